using System.Security.Cryptography;
using System.Text;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Tests.Verifier.Tampering;

/// <summary>What was done to a kept journal, and how it is told.</summary>
/// <param name="Do">The attack.</param>
/// <param name="Code">Told of the journal when the neighbours are asked too.</param>
/// <param name="Words">What the sentence must say.</param>
/// <param name="Alone">Whether it is told without the neighbours.</param>
internal sealed record JournalAttack(Action<KeptJournal> Do, string Code, string Words, bool Alone = true);

/// <summary>A table: each line one attack.</summary>
internal static class JournalAttacks
{
    public static readonly IReadOnlyDictionary<string, JournalAttack> All =
        new Dictionary<string, JournalAttack>
    {
        ["row edited"] = new(j => Edit(j.Case[2]), "REF-2501", "Entry 3 of chain"),
        ["row edited with its hash"] = new(j => { Edit(j.Case[2]); KeptJournal.Rehash(j.Case[2]); },
            "REF-2501", "Entry 3 of chain"),
        ["row deleted"] = new(j => j.Db.Remove(j.Case[2]), "REF-2501", "Entry 3 of chain"),
        ["row inserted"] = new(Insert, "REF-2501", "repeated or out of order"),
        ["rows reordered"] = new(Reorder, "REF-2501", "Entry"),
        ["sealed end cut off"] = new(j => j.Db.Remove(j.Case[^1]), "REF-2502", "does not give the root"),
        ["checkpoint reaches further"] = new(j => Move(j, 1), "REF-2502", "does not give the root"),
        ["checkpoint reaches less far"] = new(j => Move(j, -1), "REF-2502", "does not give the root"),
        ["checkpoint reaches below the one before"] = new(
            j => j.Db.Checkpoints.OrderBy(c => c.Number).First(c => c.LastRow > 0).LastRow = 0,
            "REF-2502", "does not give the root"),
        ["checkpoints cut off"] = new(CutBack, "REF-2502", "holds it", Alone: false),
        ["referral gone"] = new(j => j.Db.RemoveRange(j.WholeCase), "REF-2502", "does not give the root"),
        ["referral gone and sealed anew"] = new(
            j => { j.Db.RemoveRange(j.WholeCase); j.SealAnew(); }, "REF-2502",
            "it was replaced after it left", Alone: false),
        ["checkpoint forged"] = new(Forge, "REF-2503", "signature does not hold"),
        ["receipt stripped"] = new(j => j.Db.RemoveRange(j.Db.Receipts), "REF-2504", "receipt"),
        ["letter stripped"] = new(j => j.Db.RemoveRange(j.Db.LettersOut), "REF-2504", "letter"),
    };

    private static void Edit(JournalRow entry) => entry.Text = Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(entry.Text).Replace("\"at\":\"2", "\"at\":\"1", StringComparison.Ordinal));

    private static void Insert(KeptJournal journal)
    {
        var before = journal.Case[1];
        // The index of chain and number would refuse it; whoever owns the file does away with that.
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRaw(
            journal.Db.Database, "DROP INDEX ix_journal_chain_number");
        journal.Db.Journal.Add(new JournalRow
        {
            Chain = before.Chain, Number = before.Number, Previous = before.Previous, Text = before.Text,
            Hash = before.Hash,
        });
    }

    private static void Reorder(KeptJournal journal)
    {
        var (one, other) = (journal.Case[1], journal.Case[2]);
        (one.Text, other.Text) = (other.Text, one.Text);
        (one.Hash, other.Hash) = (other.Hash, one.Hash);
    }

    // As a database restored from a backup of before the referral ended.
    private static void CutBack(KeptJournal journal)
    {
        var first = journal.Db.Checkpoints.Single(c => c.Number == 1);
        journal.Db.RemoveRange(journal.Db.Checkpoints.Where(c => c.Number > 1));
        journal.Db.RemoveRange(journal.Db.Journal.Where(e => e.Row > first.LastRow));
    }

    // What it covers is moved by one entry, to or from the next.
    private static void Move(KeptJournal journal, int rows)
    {
        var sealing = journal.Db.Checkpoints.OrderBy(c => c.Number).First(c => c.LastRow > 0);
        foreach (var same in journal.Db.Checkpoints.Where(c => c.LastRow == sealing.LastRow).ToList())
            same.LastRow += rows;
    }

    private static void Forge(KeptJournal journal)
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var row = journal.Db.Checkpoints.OrderBy(c => c.Number).First();
        var kid = Referral.Gateway.Border.LetterText.KidOf(row.Jws);
        row.Jws = CheckpointFormat.Sign(stranger, kid, new(
            "TH", row.Number, row.At, CheckpointFormat.NoPrevious, SHA256.HashData([])));
    }
}
