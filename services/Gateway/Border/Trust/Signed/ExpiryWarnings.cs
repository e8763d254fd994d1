namespace Referral.Gateway.Border.Trust;

/// <summary>Something that runs out and has no successor.</summary>
/// <param name="Country">Whose key; empty for the list itself.</param>
/// <param name="What">"sign", "seal" or "list".</param>
/// <param name="Kid">Of the key; empty for the list.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Days">The step reached: 60, 30, 14, or 0 when it has run out.</param>
public sealed record ExpiryWarning(string Country, string What, string Kid, DateTimeOffset Until, int Days);

/// <summary>Warns 60, 30 and 14 days before a key or the list runs out, and when it has.</summary>
public static class ExpiryWarnings
{
    private static readonly int[] Steps = [0, 14, 30, 60];

    /// <summary>
    /// A key followed by another of the same use that is current when it ends is not warned of, nor a
    /// revoked one.
    /// </summary>
    public static IReadOnlyList<ExpiryWarning> Of(TrustContent list, DateTimeOffset now) =>
    [
        .. list.Members.SelectMany(m => m.Keys.Where(k => !k.Revoked && !Followed(m, k))
            .Select(k => Warning(m.Country, k.Use, k.Kid, k.Until, now))).OfType<ExpiryWarning>(),
        .. new[] { Warning("", "list", "", list.ValidUntil, now) }.OfType<ExpiryWarning>(),
    ];

    private static bool Followed(Member member, MemberKey key) => member.Keys.Any(k =>
        k.Use == key.Use && !k.Revoked && k.From <= key.Until && k.Until > key.Until);

    private static ExpiryWarning? Warning(
        string country, string what, string kid, DateTimeOffset until, DateTimeOffset now)
    {
        var left = until - now;
        foreach (var days in Steps)
            if (left <= TimeSpan.FromDays(days))
                return new(country, what, kid, until, days);
        return null;
    }
}
