using System.Security.Cryptography;

namespace Referral.Verifier.Pack;

/// <summary>A signing key of a member as the trust list names it.</summary>
internal sealed record TrustedKey(
    string Country, string Kid, string PublicKey, bool Revoked, DateTimeOffset? RevokedAt);

/// <summary>
/// A trust list as a verifier needs it: which signing key is whose. Version, countries and keys;
/// whatever else a list holds is not looked at.
/// </summary>
internal sealed class PackTrust
{
    private readonly Dictionary<string, TrustedKey> keys;
    private readonly Content content;
    private readonly byte[] bytes;

    private PackTrust(byte[] bytes, Content content)
    {
        (this.bytes, this.content) = (bytes, content);
        keys = content.Members.SelectMany(member => member.Keys.Where(key => key.Use == "sign")
                .Select(key => new TrustedKey(member.Country, key.Kid, key.PublicKey, key.Revoked,
                    key.RevokedAt)))
            .ToDictionary(key => key.Kid, StringComparer.Ordinal);
    }

    public string Fingerprint => PackFormat.Fingerprint(bytes);

    public long Version => content.Version;

    /// <summary>Null where it is not a trust list, or names a key twice.</summary>
    public static PackTrust? Read(byte[]? bytes)
    {
        if (bytes is null || PackJson.ReadTrust<Content>(bytes) is not { } content) return null;
        try
        {
            return new(bytes, content);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public TrustedKey? Of(string kid) => keys.GetValueOrDefault(kid);

    /// <summary>
    /// Whether this list may stand in for an older one: the same bytes, or a higher version that still holds
    /// every signing key of it, of the same country. A key may have been revoked since.
    /// </summary>
    public bool Supersedes(PackTrust older) =>
        bytes.AsSpan().SequenceEqual(older.bytes)
        || (Version > older.Version && older.keys.Values.All(key =>
            Of(key.Kid) is { } held && held.Country == key.Country && held.PublicKey == key.PublicKey
            && (held.Revoked || !key.Revoked)));

    /// <summary>The key to verify with; null where it is not a P-256 key.</summary>
    public static ECDsa? Open(TrustedKey key)
    {
        var opened = ECDsa.Create();
        try
        {
            opened.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.PublicKey), out _);
            if (opened.KeySize == 256) return opened;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
        }
        opened.Dispose();
        return null;
    }

    private sealed record Content(long Version, IReadOnlyList<Member> Members);

    private sealed record Member(string Country, IReadOnlyList<Key> Keys);

    private sealed record Key(
        string Kid, string Use, string PublicKey, bool Revoked, DateTimeOffset? RevokedAt = null);
}
