using System.Security.Cryptography;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Trust;

/// <summary>A gateway's private keys, loaded. Dispose it when the gateway has stopped.</summary>
public sealed class GatewayKeySet : IDisposable
{
    private readonly string _country;
    private readonly IReadOnlyList<MemberKey> _public;
    private readonly ECDsa _signKey;
    private readonly Dictionary<string, ECDiffieHellman> _sealKeys;

    internal GatewayKeySet(
        string country, List<KeyFile> sign, List<KeyFile> seal, byte[] gatewayKey, DateTimeOffset now)
    {
        (_country, GatewayKey) = (country, gatewayKey);
        _public = [.. sign.Concat(seal).Select(k => k.Public)];
        var current = sign.Where(k => k.From <= now && now < k.Until).MaxBy(k => k.From)!;
        _signKey = ECDsa.Create(current.Key);
        Signing = new Signer(_signKey, current.Kid);
        _sealKeys = seal.ToDictionary(k => k.Kid, k => ECDiffieHellman.Create(k.Key), StringComparer.Ordinal);
    }

    /// <summary>Wraps the keys that content at rest is encrypted with. 32 bytes.</summary>
    public byte[] GatewayKey { get; }

    /// <summary>Signs letters, receipts and checkpoints with the newest current key.</summary>
    internal Signer Signing { get; }

    /// <summary>The same key, for formats that sign by themselves.</summary>
    internal ECDsa SigningKey => _signKey;

    /// <summary>Our key for opening by its kid, retired ones too; null for one that is not ours.</summary>
    public ECDiffieHellman? Opening(string kid) => _sealKeys.GetValueOrDefault(kid);

    /// <summary>What the others put on their trust list: public keys, schema versions and posts.</summary>
    public Member Published(Country country) =>
        country.Code == _country
            ? new Member(country.Code, _public, LetterSchema.Read, country.Posts)
            : throw new ArgumentException($"These keys are of {_country}, not {country.Code}.",
                nameof(country));

    public void Dispose()
    {
        _signKey.Dispose();
        foreach (var key in _sealKeys.Values)
            key.Dispose();
        CryptographicOperations.ZeroMemory(GatewayKey);
    }
}
