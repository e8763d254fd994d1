using System.Security.Cryptography;
using Referral.Verifier;

namespace Referral.Tests.Verifier;

/// <summary>
/// A small journal of an invented country "XX": eleven entries in three chains, checkpoints 1 to 4 (the third
/// covers nothing), the last two entries not sealed. Tests break one thing in it.
/// </summary>
internal sealed class JournalUnderTest
{
    public const string Kid = "xx-1";
    public const string NextKid = "xx-2";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 4, 5, 6, TimeSpan.Zero);

    public static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa NextKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public List<StoredEntry> Entries { get; } = [];

    public List<StoredCheckpoint> Checkpoints { get; } = [];

    public HashSet<string> Records { get; } = [];

    public HashSet<string> Revoked { get; } = [];

    public List<WitnessedCheckpoint> Witnessed { get; } = [];

    public static JournalUnderTest Whole()
    {
        var journal = new JournalUnderTest();
        var sealedBy = new long?[] { 1, 1, 1, 1, 2, 2, 2, 4, 4, null, null };
        string[] chains = ["a", "b", "a", "border", "a", "b", "a", "b", "a", "border", "a"];
        foreach (var (chain, checkpoint) in chains.Zip(sealedBy)) journal.Add(chain, checkpoint);
        for (var number = 1; number <= 4; number++) journal.Seal(number);
        return journal;
    }

    public JournalReport Check() => JournalCheck.Run(new()
    {
        Country = "XX",
        Entries = Entries,
        Checkpoints = Checkpoints,
        KeyOf = kid => kid switch { Kid => Key, NextKid => NextKey, _ => null },
        IsRevoked = Revoked.Contains,
        RecordsHeld = Records,
        Witnessed = Witnessed,
    });

    public int IndexOf(string chain, long number) =>
        Entries.FindIndex(one => one.Chain == chain && one.Number == number);

    public void Change(string chain, long number, Func<StoredEntry, StoredEntry> change)
    {
        var index = IndexOf(chain, number);
        Entries[index] = change(Entries[index]);
    }

    /// <summary>The checkpoint as the gateway would seal it now, signed with any key.</summary>
    public string Sign(long number, ECDsa key, string country = "XX", string kid = Kid)
    {
        var previous = number == 1
            ? CheckpointFormat.NoPrevious
            : CheckpointFormat.Hash(Checkpoints[(int)number - 2].Jws);
        var root = MerkleTree.Root(Entries.Where(one => one.Checkpoint == number).Select(one => one.Hash));
        Checkpoint checkpoint = new(country, number, Start.AddMinutes(number), previous, root);
        return CheckpointFormat.Sign(key, kid, checkpoint);
    }

    private void Add(string chain, long? checkpoint)
    {
        var last = Entries.LastOrDefault(one => one.Chain == chain);
        var head = last is null ? ChainHead.Start(chain) : new(chain, last.Number, last.Hash);
        var record = Convert.ToHexStringLower(SHA256.HashData([(byte)Entries.Count]));
        var (kind, member) = chain == "border"
            ? (JournalKinds.ReceiptSent, JournalFormat.ReceiptSha256)
            : (JournalKinds.LetterAdmitted, JournalFormat.LetterSha256);
        var entry = JournalEntry.After(head, Start.AddSeconds(Entries.Count), kind,
            [new(member, record), new("outcome", "6")]);
        Records.Add(record);
        var row = 100 + Entries.Count;
        Entries.Add(new(row, chain, entry.Number, entry.Previous, entry.Text, entry.Hash, checkpoint));
    }

    private void Seal(long number) => Checkpoints.Add(new(number, Sign(number, Key)));
}
