using System.Security.Cryptography;
using System.Text;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// Names a key by its own content, so that no two keys share a name and a name cannot be claimed.
/// </summary>
internal static class KeyThumbprint
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>
    /// RFC 7638 thumbprint: SHA-256 over the required JWK members in their order, base64url, in full.
    /// </summary>
    /// <exception cref="CryptographicException">The key lies on another curve than P-256.</exception>
    internal static string Of(ECParameters key)
    {
        if (key.Curve.Oid.Value != P256)
            throw new CryptographicException("The key is not on curve P-256.");
        var x = StrictBase64Url.Encode(key.Q.X);
        var y = StrictBase64Url.Encode(key.Q.Y);
        var jwk = $$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""";
        return StrictBase64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(jwk)));
    }

    /// <summary>Whether these bytes (SubjectPublicKeyInfo, base64) are the P-256 key of this name.</summary>
    internal static bool Names(string kid, string publicKey)
    {
        using var key = ECDsa.Create();
        try
        {
            var bytes = Convert.FromBase64String(publicKey);
            key.ImportSubjectPublicKeyInfo(bytes, out var length);
            return length == bytes.Length && Of(key.ExportParameters(false)) == kid;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }
}
