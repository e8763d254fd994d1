using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Border.Admission;

/// <summary>
/// From a sealed pouch to opened letters and receipts, without asking anything but keys and trust list. Who
/// brought it is checked before it is opened, and what stands outside against what stands inside.
/// Refuses as a whole: REF-2401, REF-2402, REF-2415, REF-2416, REF-2417; one by one: REF-2401, REF-2403 to
/// REF-2405, REF-2415.
/// </summary>
internal static class PouchOpening
{
    /// <param name="sealedPouch">As the carrier brought it.</param>
    /// <param name="verifiedSender">
    /// Country whose user the carrier verified; null when it verified none.
    /// </param>
    /// <param name="us">Our country.</param>
    /// <param name="ourKeyByKid">See <see cref="GatewayKeySet.Opening"/>.</param>
    /// <param name="trust">In force.</param>
    /// <param name="now">Moment of opening.</param>
    /// <param name="limits">Default where null.</param>
    internal static Opened Open(
        SealedPouch sealedPouch, string? verifiedSender, string us,
        Func<string, ECDiffieHellman?> ourKeyByKid, TrustList trust,
        DateTimeOffset now, PouchLimits? limits = null)
    {
        // A null from a broken carrier message is a stranger's doing too.
        var outer = new SealedPouch
        {
            PouchId = sealedPouch.PouchId ?? "", From = sealedPouch.From ?? "", To = sealedPouch.To ?? "",
            Token = sealedPouch.Token ?? "",
        };
        limits ??= PouchLimits.Default;
        if (outer.Token.Length > limits.TokenBytesMax)
            return new Opened(Sha256(outer.Token), BorderRefusals.Unopened("size"));
        var pouch = Inside(outer, verifiedSender, us, ourKeyByKid);
        return new Opened(Sha256(outer.Token), pouch.Refused
            ? pouch.Refusal
            : Contents(pouch.Outcome, us, trust, now, limits));
    }

    private static Decision<Pouch> Inside(
        SealedPouch outer, string? verifiedSender, string us, Func<string, ECDiffieHellman?> ourKeyByKid)
    {
        if (verifiedSender is null || verifiedSender != outer.From)
            return BorderRefusals.CarrierSenderDiffers(verifiedSender, outer.From);
        if (outer.To != us)
            return BorderRefusals.OuterDiffers("to");
        var bytes = PouchSeal.Open(outer.Token, ourKeyByKid);
        if (bytes.Refused)
            return bytes.Refusal;
        if (Parsing.Of(Pouch.Parser, bytes.Outcome) is not { } pouch)
            return BorderRefusals.Unopened("pouch");
        if (pouch.FromCountry != outer.From)
            return BorderRefusals.OuterDiffers("from");
        if (pouch.ToCountry != outer.To)
            return BorderRefusals.OuterDiffers("to");
        return pouch.PouchId == outer.PouchId ? pouch : BorderRefusals.OuterDiffers("pouch id");
    }

    private static Decision<OpenedPouch> Contents(
        Pouch pouch, string us, TrustList trust, DateTimeOffset now, PouchLimits limits)
    {
        var most = Math.Max(pouch.Letters.Count, pouch.Receipts.Count);
        if (most > limits.LettersMax)
            return BorderRefusals.TooBig("pouch", most, limits.LettersMax);
        return new OpenedPouch(
            pouch.PouchId,
            pouch.FromCountry,
            [.. Tokens(pouch.Letters).Select(jws => new Arrived<OpenedLetter>(
                Sha256(jws), OpenLetter(jws, trust, now)))],
            [.. Tokens(pouch.Receipts).Select(jws => new Arrived<OpenedReceipt>(
                Sha256(jws), OpenReceipt(jws, pouch.FromCountry, us, trust, now)))],
            pouch.Checkpoint,
            pouch.Traceparent);
    }

    // The same bytes twice in one pouch are one letter.
    private static IEnumerable<string> Tokens(IEnumerable<SignedToken> packed) =>
        packed.Select(SignedTokens.Unpack).Distinct();

    private static Decision<OpenedLetter> OpenLetter(string jws, TrustList trust, DateTimeOffset now)
    {
        var signed = Signatures.Verify(jws, JoseTypes.Letter, trust, now);
        if (signed.Refused)
            return signed.Refusal;
        var (country, kid, payload, sha256) = signed.Outcome;
        if (Parsing.Of(Letter.Parser, payload) is not { } letter)
            return BorderRefusals.Unopened("letter");
        return Signatures.Retired(kid, trust, letter.Head?.WrittenAt?.Seconds, now)
            ?? (Decision<OpenedLetter>)new OpenedLetter(country, kid, sha256, jws, letter);
    }

    private static Decision<OpenedReceipt> OpenReceipt(
        string jws, string pouchFrom, string us, TrustList trust, DateTimeOffset now)
    {
        var signed = Signatures.Verify(jws, JoseTypes.Receipt, trust, now);
        if (signed.Refused)
            return signed.Refusal;
        var (country, kid, payload, sha256) = signed.Outcome;
        if (Parsing.Of(Receipt.Parser, payload) is not { } receipt)
            return BorderRefusals.Unopened("receipt");
        if (receipt.FromCountry != country || country != pouchFrom)
            return BorderRefusals.NotFromSigner(receipt.FromCountry, country);
        if (Signatures.Retired(kid, trust, receipt.At?.Seconds, now) is { } retired)
            return retired;
        return receipt.ToCountry == us
            ? new OpenedReceipt(country, kid, sha256, jws, receipt)
            : BorderRefusals.WrongReceiver(receipt.ToCountry, us);
    }

    private static byte[] Sha256(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
