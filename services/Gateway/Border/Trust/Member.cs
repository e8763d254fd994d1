using System.Text.Json.Serialization;
using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Border.Trust;

/// <summary>A country on the trust list.</summary>
/// <param name="Country">ISO 3166 code, two letters.</param>
/// <param name="Keys">Its public keys, retired ones too: old letters are sent and verified again.</param>
/// <param name="SchemaVersions">Versions of the letters it reads: the current one and the one before.</param>
/// <param name="Posts">Its published directory: whom a letter may be addressed to.</param>
public sealed record Member(
    string Country,
    IReadOnlyList<MemberKey> Keys,
    IReadOnlyList<uint> SchemaVersions,
    IReadOnlyList<Post> Posts);

/// <summary>A public key of a member, P-256.</summary>
/// <param name="Kid">RFC 7638 thumbprint of the key, SHA-256, base64url, 43 characters.</param>
/// <param name="Use">"sign" or "seal".</param>
/// <param name="PublicKey">SubjectPublicKeyInfo (RFC 5280), base64.</param>
/// <param name="From">First moment it may be used, inclusive.</param>
/// <param name="Until">End of use, exclusive. A key past it is retired: it still verifies and opens.</param>
/// <param name="Revoked">
/// Lost or stolen: nothing signed with it counts any more, nothing is sealed to it.
/// </param>
/// <param name="RevokedAt">
/// From when it must not be believed; null while it is not revoked. Only a court pack asks: what another
/// country proves to be older stays valid as history.
/// </param>
public sealed record MemberKey(
    string Kid, string Use, string PublicKey, DateTimeOffset From, DateTimeOffset Until, bool Revoked,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RevokedAt = null)
{
    public const string Sign = "sign";
    public const string Seal = "seal";

    internal bool IsCurrent(DateTimeOffset at) => !Revoked && From <= at && at < Until;
}

/// <summary>Versions of contracts/Letters that this program reads. It writes the highest.</summary>
public static class LetterSchema
{
    public const uint Current = 1;

    public static IReadOnlyList<uint> Read { get; } = [Current];
}
