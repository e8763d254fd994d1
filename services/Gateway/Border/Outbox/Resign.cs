using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>
/// After a key of ours was revoked: letters still due that it had signed are signed again with the current
/// key, the old hash in the head, and so are receipts still owed. Same id, number, content and times, so the
/// receiver takes a second coming for a repeat. The old bytes stay on file, for the journal names them.
/// </summary>
internal static class Resign
{
    /// <summary>Letters in one transaction.</summary>
    private const int BatchMax = 256;

    /// <summary>Ends the id of a row that only keeps bytes of before.</summary>
    private const string ReplacedMark = "#replaced-";

    private const int HashDigitsShown = 8;

    /// <summary>Id of the row that keeps bytes of before: no letter can have it.</summary>
    internal static string ReplacedId(string id, string oldSha256) =>
        id + ReplacedMark + oldSha256[..HashDigitsShown];

    /// <summary>Signs again what must be. Gives how many; 0 where no key of ours is revoked.</summary>
    internal static async Task<int> All(Steps steps, GatewayIdentity identity)
    {
        var revoked = Revoked(identity);
        if (revoked.Count == 0 || revoked.Contains(identity.Keys.Signing.Kid))
            return 0;
        var done = 0;
        var last = 0L;
        while (true)
        {
            var (seen, signed) = await steps.Always(step => Letters(step, revoked, last));
            done += signed;
            if (seen is null)
                return done + await steps.Always(step => Receipts(step, revoked));
            last = seen.Value;
        }
    }

    /// <summary>A receipt about to go: signed again first where a revoked key had signed it.</summary>
    internal static async Task<bool> Receipt(Step step, ReceiptRow row, IReadOnlySet<string> revoked)
    {
        if (revoked.Count == 0 || !revoked.Contains(LetterText.KidOf(row.Jws)))
            return false;
        var jws = step.Identity.Keys.Signing.Sign(LetterText.Payload(row.Jws), JoseTypes.Receipt);
        var (old, sha256) = (row.Sha256, Hash(jws));
        step.Db.Receipts.Add(new ReceiptRow
        {
            ReceiptId = ReplacedId(row.ReceiptId, old), Direction = row.Direction,
            Country = row.Country, Sha256 = old, Jws = row.Jws, At = row.At,
        });
        (row.Jws, row.Sha256) = (jws, sha256);
        await step.JournalBorder("receipt-resigned",
            ("receipt_id", row.ReceiptId), ("receipt_sha256", sha256), ("replaces", old), ("to", row.Country),
            ("kid", step.Identity.Keys.Signing.Kid));
        return true;
    }

    internal static IReadOnlySet<string> Revoked(GatewayIdentity identity) =>
        (identity.Trust.Of(identity.Code)?.Keys ?? [])
            .Where(k => k.Revoked && k.Use == MemberKey.Sign).Select(k => k.Kid).ToHashSet();

    private static async Task<(long? Seen, int Signed)> Letters(
        Step step, IReadOnlySet<string> revoked, long after)
    {
        var due = await step.Db.LettersOut.Where(l => l.DueAt != null && l.Row > after)
            .OrderBy(l => l.Row).Take(BatchMax).ToListAsync();
        var signed = 0;
        foreach (var letter in due)
            try
            {
                signed += await Letter(step, letter, revoked) ? 1 : 0;
            }
            catch (KeyErased)
            {
                // Its case was erased: it leaves no more, see PouchLoading.
            }

        return (due.Count == 0 ? null : due[^1].Row, signed);
    }

    private static async Task<bool> Letter(Step step, LetterOutRow row, IReadOnlySet<string> revoked)
    {
        var before = step.JwsOf(row);
        if (!revoked.Contains(LetterText.KidOf(before)))
            return false;
        var letter = LetterText.Read(before);
        var old = row.Sha256;
        letter.Head.Replaces = old;
        var signer = step.Identity.Keys.Signing;
        var jws = signer.Sign(letter.ToByteArray(), JoseTypes.Letter);
        step.Keep(row, ReplacedId(row.LetterId, old), before);
        step.Change(row, jws, Hash(jws));
        var owner = await step.Db.Cases.FindAsync(row.CaseId)
            ?? throw new InvalidOperationException("No case.");
        await step.Journal(owner, "letter-resigned", ("letter_id", row.LetterId), ("letter_kind", row.Kind),
            ("letter_number", Step.Text(row.Number)), ("to", row.ToCountry), ("letter_sha256", row.Sha256),
            ("replaces", old), ("kid", signer.Kid));
        step.Tell(row.ToCountry);
        return true;
    }

    private static async Task<int> Receipts(Step step, IReadOnlySet<string> revoked)
    {
        var owed = await step.Db.OwedReceipts.Select(o => o.ReceiptId).ToListAsync();
        var rows = await step.Db.Receipts
            .Where(r => r.Direction == ReceiptDirection.Sent && owed.Contains(r.ReceiptId)).ToListAsync();
        var signed = 0;
        foreach (var row in rows)
            signed += await Receipt(step, row, revoked) ? 1 : 0;
        return signed;
    }

    private static string Hash(string jws) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));
}
