using System.Text;
using System.Text.Json;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;
using Referral.Gateway.Texts;
using Referral.Verifier;
using Referral.Verifier.Pack;

namespace Referral.Gateway.Journal.Pack;

/// <summary>A letter of the referral, as it was signed.</summary>
internal sealed record SignedLetter(string From, string Jws, Letter Letter, DateTimeOffset At, int State);

/// <summary>An entry of the case's chain.</summary>
internal sealed record ChainEntry(JournalRow Row, JournalValues Values);

/// <summary>Everything of one referral that one gateway holds and a court may ask for.</summary>
internal sealed record PackedCase
{
    public required string Other { get; init; }

    public required string Chain { get; init; }

    /// <summary>Both directions, oldest first.</summary>
    public required IReadOnlyList<SignedLetter> Letters { get; init; }

    public required IReadOnlyList<(string Country, string Jws)> Receipts { get; init; }

    public required IReadOnlyList<ChainEntry> Entries { get; init; }

    public required IReadOnlyList<PackedProof> Proofs { get; init; }

    public required IReadOnlyList<CheckpointRow> Checkpoints { get; init; }

    public required IReadOnlyList<WitnessRow> Witnesses { get; init; }

    /// <summary>Free texts and their translations.</summary>
    public CaseTexts Texts { get; init; } = CaseTexts.None;

    /// <summary>A case whose key was erased throws <see cref="KeyErased"/>.</summary>
    public static PackedCase Read(ReadStore store, string us, CaseRow row)
    {
        var chain = Step.ChainOf(row.Id);
        var entries = store.Db.Journal.Where(one => one.Chain == chain).OrderBy(one => one.Number).ToList();
        var letters = SignedLetters.Of(store, us, row);
        var proofs = CaseProofs.Of(store.Db, entries);
        return new()
        {
            Other = row.Other,
            Chain = chain,
            Letters = letters,
            Receipts = ReceiptsOf(store.Db, us, entries),
            Entries = [.. entries.Select(one => new ChainEntry(one, JournalValues.Of(one.Text)))],
            Proofs = proofs,
            Checkpoints = CaseProofs.CheckpointsOf(store.Db, proofs),
            Witnesses = WitnessesOf(store.Db, row.Other, letters),
            Texts = TextsOf(store, row),
        };
    }

    /// <summary>Every part but the trust list, the summary and the manifest.</summary>
    public SortedDictionary<string, byte[]> Parts()
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var one in Letters)
            parts[PackFormat.LetterName(one.From, one.Letter.Head.Number, one.Jws)] = Ascii(one.Jws);
        foreach (var (country, jws) in Receipts) parts[PackFormat.ReceiptName(country, jws)] = Ascii(jws);
        foreach (var one in Checkpoints) parts[PackFormat.CheckpointName(one.Number)] = Ascii(one.Jws);
        foreach (var one in Witnesses)
            parts[PackFormat.WitnessName(one.Country, one.Number)] = Ascii(one.Jws);
        parts[PackFormat.Journal] = new PackedJournal(Chain, [.. Entries.Select(one => new PackedEntry(
            one.Row.Number, Hex(one.Row.Previous), Hex(one.Row.Hash), Convert.ToBase64String(one.Row.Text)))])
            .Write();
        parts[PackFormat.Proofs] = new PackedProofs(Proofs).Write();
        return parts;
    }

    // A receipt is signed by the receiver of the letters it answers: one of ours was sent, another received.
    private static List<(string Country, string Jws)> ReceiptsOf(
        GatewayDb db, string us, IReadOnlyList<JournalRow> entries)
    {
        var named = entries.Select(one => JournalValues.Of(one.Text)).Where(one =>
                one.Kind is JournalKinds.ReceiptSent or JournalKinds.ReceiptReceived)
            .Select(one => one[JournalFormat.ReceiptSha256]).Distinct().ToList();
        return [.. db.Receipts.Where(one => named.Contains(one.Sha256)).OrderBy(one => one.At).AsEnumerable()
            .Select(one => (one.Direction == ReceiptDirection.Sent ? us : one.Country, one.Jws))];
    }

    // For each letter from abroad the first checkpoint of its sender that came after it, else the last one
    // held: that one covers the sender's own entry of the letter, so that its journal can be held against
    // it.
    private static List<WitnessRow> WitnessesOf(
        GatewayDb db, string other, IReadOnlyList<SignedLetter> letters) =>
        [.. letters.Where(one => one.From == other)
            .Select(one => db.Witnesses.Where(kept => kept.Country == other && kept.At > one.At)
                .OrderBy(kept => kept.Number).FirstOrDefault()
                ?? db.Witnesses.Where(kept => kept.Country == other)
                    .OrderByDescending(kept => kept.Number).FirstOrDefault())
            .OfType<WitnessRow>().DistinctBy(kept => kept.Number).OrderBy(kept => kept.Number)];

    private static CaseTexts TextsOf(ReadStore store, CaseRow row) =>
        store.Db.Sections.SingleOrDefault(s => s.CaseId == row.Id && s.Name == Step.TextsPart) is { } part
            ? JsonSerializer.Deserialize<CaseTexts>(
                store.Vault.Open(row.Id, $"sections/{part.Name}", part.Sealed)) ?? CaseTexts.None
            : CaseTexts.None;

    private static byte[] Ascii(string jws) => Encoding.ASCII.GetBytes(jws);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
