namespace Referral.Gateway.Border.Seal;

/// <summary>
/// Every no the border says to what arrives. The values come from strangers, so only short codes are
/// repeated; anything else is left out.
/// </summary>
internal static class BorderRefusals
{
    private const int ValueLengthMax = 43;

    /// <summary>Could not be opened or read. The reason is one of our own words.</summary>
    internal static Refusal Unopened(string reason) => Refusal.Of("REF-2401", ("reason", reason));

    /// <summary>What stands outside the seal differs from what stands inside.</summary>
    internal static Refusal OuterDiffers(string field) => Refusal.Of("REF-2402", ("field", field));

    internal static Refusal SignatureBroken(string kid) => Refusal.Of("REF-2403", ("kid", Plain(kid)));

    /// <summary>Signed, but not by the country it says it is from, or brought by another.</summary>
    internal static Refusal NotFromSigner(string from, string signer) =>
        Refusal.Of("REF-2403", ("from", Plain(from)), ("signer", Plain(signer)));

    internal static Refusal Stranger(string kid, string reason) =>
        Refusal.Of("REF-2404", ("kid", Plain(kid)), ("reason", reason));

    internal static Refusal WrongReceiver(string to, string us) =>
        Refusal.Of("REF-2405", ("to", Plain(to)), ("us", us));

    internal static Refusal OutOfTime(string field) => Refusal.Of("REF-2406", ("field", field));

    internal static Refusal SchemaUnknown(uint version) =>
        Refusal.Of("REF-2407", ("value", Number(version)));

    internal static Refusal KindUnknown(string kind) => Refusal.Of("REF-2408", ("letter", Plain(kind)));

    internal static Refusal IdTwice(string letterId) => Refusal.Of("REF-2409", ("letter", Plain(letterId)));

    internal static Refusal NumberTaken(string referral, uint number) =>
        Refusal.Of("REF-2410", ("referral", Plain(referral)), ("value", Number(number)));

    internal static Refusal ReferralNotTheirs(string referral) =>
        Refusal.Of("REF-2411", ("referral", Plain(referral)));

    internal static Refusal ReceiptNotOurs(string letterId, string reason) =>
        Refusal.Of("REF-2414", ("letter", Plain(letterId)), ("reason", reason));

    internal static Refusal HeaderRefused(string reason) => Refusal.Of("REF-2415", ("value", reason));

    internal static Refusal TooBig(string what, long found, long limit) =>
        Refusal.Of("REF-2416", ("what", what), ("found", Number(found)), ("limit", Number(limit)),
            ("unit", what == "pouch" ? "letters" : "bytes"));

    internal static Refusal CarrierSenderDiffers(string? carrier, string from) =>
        Refusal.Of("REF-2417", ("carrier", Plain(carrier ?? "-")), ("from", Plain(from)));

    private static string Plain(string value) =>
        value.Length is > 0 and <= ValueLengthMax
            && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? value
            : "?";

    private static string Number(long value) =>
        value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
