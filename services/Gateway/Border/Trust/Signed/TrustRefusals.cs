using System.Globalization;

namespace Referral.Gateway.Border.Trust;

/// <summary>Every no to a trust list. None of them crosses a border.</summary>
internal static class TrustRefusals
{
    /// <summary>Not in the form of a signed list. The reason is one of our own words.</summary>
    internal static Refusal Unreadable(string reason) => Refusal.Of("REF-2420", ("reason", reason));

    internal static Refusal NotSignedByBoth(int version) =>
        Refusal.Of("REF-2421", ("version", Number(version)));

    internal static Refusal SignatureBroken(int version) =>
        Refusal.Of("REF-2422", ("version", Number(version)));

    internal static Refusal Older(int found, int held) =>
        Refusal.Of("REF-2423", ("version", Number(found)), ("held", Number(held)));

    internal static Refusal MemberWithoutKeys(string country, string use) =>
        Refusal.Of("REF-2424", ("country", country), ("use", use));

    /// <summary>It does not continue the list that is held.</summary>
    internal static Refusal Forked(int version) => Refusal.Of("REF-2425", ("version", Number(version)));

    internal static Refusal RunOut(DateTimeOffset until) => Refusal.Of("REF-2426",
        ("until", until.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    internal static Refusal OtherFingerprint() => Refusal.Of("REF-2427");

    internal static Refusal Wrong(string reason) => Refusal.Of("REF-2428", ("reason", reason));

    internal static Refusal Administrators(string reason) => Refusal.Of("REF-2429", ("reason", reason));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
