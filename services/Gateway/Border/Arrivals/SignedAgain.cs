using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>
/// The receiver's side of signing again: one letter under two hashes, and letters that wait meanwhile.
/// </summary>
internal static class SignedAgain
{
    private const int HashDigits = 64;

    /// <summary>Why the old bytes count no longer: their key is revoked.</summary>
    private const string RevokedCode = "REF-2404";

    /// <summary>
    /// The hash that a held letter replaced; null for none, or where it is the very letter that came.
    /// </summary>
    public static byte[]? Replaced(Step step, LetterInRow held, string cameSha256)
    {
        if (held.Sha256 == cameSha256 || held.CaseId is null || held.SealedJws is null)
        {
            return null;
        }

        try
        {
            var hash = LetterText.Read(step.JwsOf(held)).Head.Replaces;
            return hash.Length == HashDigits && hash.All(char.IsAsciiHexDigitLower)
                ? Convert.FromHexString(hash) : null;
        }
        catch (KeyErased)
        {
            // Nothing is left of it but its hash.
            return null;
        }
    }

    /// <summary>
    /// Takes the place of a letter that waits for a gap, where it replaces that one. True when it did.
    /// </summary>
    public static async Task<bool> TakesPlace(Step step, LetterInRow held, OpenedLetter came)
    {
        if (held.State != (int)RemState.RelayAcceptance || held.CaseId is not { } caseId
            || came.Letter.Head.Replaces != held.Sha256)
        {
            return false;
        }

        KeepOld(step, held, caseId);
        held.Sha256 = Convert.ToHexStringLower(came.Sha256);
        held.SealedJws = step.SealIn(caseId, held.Sender, held.LetterId, came.Jws);
        if (await step.Db.Cases.FindAsync(caseId) is { } row)
        {
            await step.Journal(row, "letter-waiting", ("letter_id", held.LetterId),
                ("letter_number", Step.Text(held.Number)), ("from", held.Sender),
                ("letter_sha256", held.Sha256), ("replaces", came.Letter.Head.Replaces));
        }

        return true;
    }

    // A receipt of ours has named the old hash, so its bytes stay on file, under an id that no letter can
    // have.
    private static void KeepOld(Step step, LetterInRow held, Guid caseId)
    {
        var id = Resign.ReplacedId(held.LetterId, held.Sha256);
        step.Db.LettersIn.Add(new LetterInRow
        {
            Sender = held.Sender,
            LetterId = id,
            Sha256 = held.Sha256,
            CaseId = caseId,
            Referral = held.Referral,
            Number = held.Number,
            Kind = held.Kind,
            State = (int)RemState.RelayRejection,
            Code = RevokedCode,
            ReceiptId = held.ReceiptId,
            SealedJws = step.SealIn(caseId, held.Sender, id, step.JwsOf(held)),
            ArrivedAt = held.ArrivedAt,
        });
    }

    /// <summary>
    /// False where the key of a letter that waited was revoked meanwhile: it goes on waiting, and its sender
    /// signs it again.
    /// </summary>
    public static bool StillCounts(Step step, OpenedLetter waited) =>
        !Signatures.Verify(waited.Jws, JoseTypes.Letter, step.Identity.Trust, step.Now).Refused;
}
