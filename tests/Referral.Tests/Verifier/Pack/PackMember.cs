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
    public object Listed(bool revoked = false) => new
    {
        country = Code,
        keys = new[]
        {
            new
            {
                kid = Kid, use = "sign", publicKey = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()),
                from = "2026-01-01T00:00:00Z", until = "2028-01-01T00:00:00Z", revoked,
            },
        },
        schemaVersions = new[] { 1 },
        posts = Array.Empty<object>(),
    };

    public void Dispose() => Key.Dispose();
}
