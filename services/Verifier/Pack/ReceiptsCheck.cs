using System.Globalization;
using System.Text;

namespace Referral.Verifier.Pack;

/// <summary>
/// Each receipt: signed by the receiver of the letters it answers, and each entry of the journal
/// that names it says of a letter what the receipt says.
/// </summary>
internal static class ReceiptsCheck
{
    // Fields of contracts/Letters/pouch.proto.
    private const int ReceiptId = 1, From = 2, At = 5, Outcomes = 6, Seconds = 1;
    private const int LetterId = 1, LetterSha256 = 2, State = 3;

    public static void Run(OpenedPack pack)
    {
        foreach (var (name, token) in pack.Folder(PackFormat.Receipts))
        {
            if (pack.Open(name, token, PackFormat.ReceiptTyp) is not { } signed) continue;
            if (name != PackFormat.ReceiptName(signed.Country, Encoding.ASCII.GetString(token)))
                pack.Broken(Refusals.PartChanged, name);
            else if (!Answers(pack, signed))
                pack.Broken(Refusals.ReceiptOfOther, name);
            else
                Counts(pack, signed);
        }
    }

    // Under a revoked key of the other country it cannot itself say how old something is. The country that
    // made the pack answers for its own, by the manifest.
    private static void Counts(OpenedPack pack, SignedPart signed)
    {
        pack.Receipts++;
        if (signed.Revoked && signed.Country != pack.Manifest.Country) return;
        var receipt = WireFields.Read(signed.Payload)!;
        var at = WireFields.Read(receipt.Bytes(At))?.Number(Seconds) ?? 0;
        foreach (var outcome in receipt.All(Outcomes).Select(bytes => WireFields.Read(bytes)!))
            pack.Dated.Add(new(Convert.ToHexStringLower(outcome.Bytes(LetterSha256)), signed.Country, at));
    }

    private static bool Answers(OpenedPack pack, SignedPart signed)
    {
        if (WireFields.Read(signed.Payload) is not { } receipt || receipt.Text(From) != signed.Country)
            return false;
        var kind = signed.Country == pack.Manifest.Country
            ? JournalKinds.ReceiptSent : JournalKinds.ReceiptReceived;
        if (kind == JournalKinds.ReceiptReceived && signed.Country != pack.Manifest.Other) return false;
        var outcomes = receipt.All(Outcomes).Select(bytes => WireFields.Read(bytes)).ToList();
        var entries = pack.Entries.Values.Where(entry => entry.Kind == kind
            && entry.Value(JournalFormat.ReceiptSha256) == signed.Sha256).ToList();
        return entries.Count > 0 && outcomes.All(outcome => outcome is not null)
            && entries.TrueForAll(entry => entry.Value("receipt_id") == receipt.Text(ReceiptId)
                && Addressed(pack, entry, signed.Country)
                && outcomes.Exists(outcome => Same(entry, outcome!)));
    }

    // A letter that was refused on arrival is in no pack: of it only the hash was kept.
    private static bool Addressed(OpenedPack pack, PackEntry entry, string signer) =>
        !pack.Letters.TryGetValue(entry.Value(JournalFormat.LetterSha256), out var letter)
        || letter.To == signer;

    private static bool Same(PackEntry entry, WireFields outcome) =>
        outcome.Text(LetterId) == entry.Value("letter_id")
        && Convert.ToHexStringLower(outcome.Bytes(LetterSha256)) == entry.Value(JournalFormat.LetterSha256)
        && outcome.Number(State).ToString(CultureInfo.InvariantCulture) == entry.Value("state");
}
