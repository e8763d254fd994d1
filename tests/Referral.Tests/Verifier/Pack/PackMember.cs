using System.Security.Cryptography;
using System.Text;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;

namespace Referral.Tests.Verifier.Pack;

/// <summary>An invented country with one signing key.</summary>
internal sealed class PackMember : IDisposable
{
    private readonly Signer _signer;

    public PackMember(string code)
    {
        (Code, Key) = (code, ECDsa.Create(ECCurve.NamedCurves.nistP256));
        _signer = new(Key, KeyThumbprint.Of(Key.ExportParameters(false)));
    }

    public string Code { get; }

    public ECDsa Key { get; }

    public string Kid => _signer.Kid;

    public byte[] Sign(byte[] payload, string typ) => Encoding.ASCII.GetBytes(_signer.Sign(payload, typ));

    /// <summary>As it stands on a trust list.</summary>
    /// <param name="revokedAt">
    /// From when the key is not to be believed; null where it is not revoked, the least moment where the list
    /// does not say.
    /// </param>
    /// <param name="next">Its next key; null for none.</param>
    public object Listed(DateTimeOffset? revokedAt = null, PackMember? next = null) => new
    {
        country = Code,
        keys = next is null ? new[] { ListedKey(revokedAt) } : [ListedKey(revokedAt), next.ListedKey(null)],
        schemaVersions = new[] { 1 },
        posts = Array.Empty<object>(),
    };

    public void Dispose() => Key.Dispose();

    private object ListedKey(DateTimeOffset? revokedAt) => new
    {
        kid = Kid, use = "sign", publicKey = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()),
        from = "2026-01-01T00:00:00Z", until = "2028-01-01T00:00:00Z", revoked = revokedAt is not null,
        revokedAt = revokedAt == DateTimeOffset.MinValue ? null : revokedAt,
    };
}
