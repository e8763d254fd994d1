namespace Referral.Gateway.Border.Trust;

/// <summary>One of the two persons whose signatures make a trust list count.</summary>
/// <param name="Kid">RFC 7638 thumbprint of the key, SHA-256, base64url, 43 characters.</param>
/// <param name="PublicKey">P-256 SubjectPublicKeyInfo (RFC 5280), base64.</param>
public sealed record Administrator(string Kid, string PublicKey);

/// <summary>What both administrators sign: one version of the list.</summary>
/// <param name="Version">From 1, growing by one.</param>
/// <param name="Previous">SHA-256 (hex) of the payload of the version before; empty in the first.</param>
/// <param name="WrittenAt">When it was made.</param>
/// <param name="ValidUntil">
/// Last moment, exclusive, at which it may be installed. One in force past it is warned of, and traffic goes
/// on.
/// </param>
/// <param name="Administrators">Two persons: they sign the next version.</param>
/// <param name="Members">See <see cref="Member"/>.</param>
public sealed record TrustContent(
    int Version,
    string Previous,
    DateTimeOffset WrittenAt,
    DateTimeOffset ValidUntil,
    IReadOnlyList<Administrator> Administrators,
    IReadOnlyList<Member> Members)
{
    /// <summary>Days a list may be installed for where nothing else is said: 730.</summary>
    public const int ValidDays = 730;

    /// <summary>The first version of a list.</summary>
    public static TrustContent First(
        IReadOnlyList<Administrator> administrators, IReadOnlyList<Member> members, DateTimeOffset now) =>
        new(1, "", WholeSecond(now), WholeSecond(now).AddDays(ValidDays), administrators, members);

    /// <summary>Files keep whole seconds.</summary>
    internal static DateTimeOffset WholeSecond(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
}
