using System.Security.Cryptography;
using Jose;

namespace Referral.Gateway.Border.Seal;

/// <summary>
/// Signs with this gateway's current key: a compact JWS, ES256, its header alg, kid and typ alone.
/// </summary>
/// <param name="key">P-256 private key.</param>
/// <param name="kid">
/// RFC 7638 thumbprint of the public key, by which others find it in their trust list.
/// </param>
internal sealed class Signer(ECDsa key, string kid)
{
    internal string Kid => kid;

    /// <summary>The same key, for formats that sign by themselves.</summary>
    internal ECDsa Key => key;

    /// <param name="payload">Signed as it is.</param>
    /// <param name="typ">One of <see cref="JoseTypes"/>.</param>
    internal string Sign(byte[] payload, string typ) =>
        JWT.EncodeBytes(payload, key, JwsAlgorithm.ES256,
            new Dictionary<string, object> { ["kid"] = kid, ["typ"] = typ });
}
