using System.Text;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Journal.Pack;

/// <summary>Opens the letters of a case with its key.</summary>
internal static class SignedLetters
{
    public static IReadOnlyList<SignedLetter> Of(ReadStore store, string us, CaseRow row)
    {
        var sent = store.Db.LettersOut.Where(one => one.CaseId == row.Id).ToList().Select(one => Read(
            us, store.Vault.Open(row.Id, Step.PlaceOf(one), one.SealedJws), one.WrittenAt, one.State));
        // Of a letter that was refused only the hash was kept.
        var received = store.Db.LettersIn.Where(one => one.CaseId == row.Id && one.SealedJws != null).ToList()
            .Select(one => Read(one.Sender, store.Vault.Open(row.Id, Step.PlaceOf(one), one.SealedJws!),
                one.ArrivedAt, one.State));
        return [.. sent.Concat(received).OrderBy(one => one.At)];
    }

    private static SignedLetter Read(string from, byte[] token, DateTimeOffset at, int state)
    {
        var jws = Encoding.ASCII.GetString(token);
        return new(from, jws, LetterText.Read(jws), at, state);
    }
}
