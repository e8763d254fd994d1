using System.Security.Cryptography;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Trust;

/// <summary>A gateway's private keys, loaded. Dispose it when the gateway has stopped.</summary>
public sealed class GatewayKeySet : IDisposable
{
    private readonly string _country;
    private readonly IReadOnlyList<MemberKey> _public;
    private readonly IReadOnlyList<(KeyFile File, ECDsa Key, Signer Signer)> _signKeys;
    private readonly Dictionary<string, ECDiffieHellman> _sealKeys;
    private volatile Signer _signing;

    internal GatewayKeySet(
        string country, List<KeyFile> sign, List<KeyFile> seal, byte[] gatewayKey, DateTimeOffset now)
    {
        (_country, GatewayKey) = (country, gatewayKey);
        _public = [.. sign.Concat(seal).Select(k => k.Public)];
        _signKeys = [.. sign.Select(file =>
        {
            var key = ECDsa.Create(file.Key);
            return (file, key, new Signer(key, file.Kid));
        })];
        _signing = Newest(now, _ => true)!;
        _sealKeys = seal.ToDictionary(k => k.Kid, k => ECDiffieHellman.Create(k.Key), StringComparer.Ordinal);
    }

    /// <summary>Wraps the keys that content at rest is encrypted with. 32 bytes.</summary>
    public byte[] GatewayKey { get; }

    /// <summary>Signs letters, receipts and checkpoints; see <see cref="Follow"/> for which key.</summary>
    internal Signer Signing => _signing;

    /// <summary>Our key for opening by its kid, retired ones too; null for one that is not ours.</summary>
    public ECDiffieHellman? Opening(string kid) => _sealKeys.GetValueOrDefault(kid);

    /// <summary>
    /// Chooses the key to sign with: the newest that the list shows as current, for the others know it. Where it
    /// shows none, the newest of ours that it has not revoked: letters then wait until the others know it. An
    /// old key never signs again. True when the choice has changed.
    /// </summary>
    internal bool Follow(TrustList trust, DateTimeOffset now)
    {
        var listed = trust.Of(_country)?.Keys.ToDictionary(k => k.Kid, StringComparer.Ordinal) ?? [];
        var chosen = Newest(now, kid => listed.TryGetValue(kid, out var key) && key.IsCurrent(now))
            ?? Newest(now, kid => !listed.TryGetValue(kid, out var key) || !key.Revoked)
            ?? _signing;
        var changed = chosen.Kid != _signing.Kid;
        _signing = chosen;
        return changed;
    }

    /// <summary>What the others put on their trust list: public keys, schema versions and posts.</summary>
    public Member Published(Country country) =>
        country.Code == _country
            ? new Member(country.Code, _public, LetterSchema.Read, country.Posts)
            : throw new ArgumentException($"These keys are of {_country}, not {country.Code}.",
                nameof(country));

    public void Dispose()
    {
        foreach (var (_, key, _) in _signKeys)
            key.Dispose();
        foreach (var key in _sealKeys.Values)
            key.Dispose();
        CryptographicOperations.ZeroMemory(GatewayKey);
    }

    private Signer? Newest(DateTimeOffset now, Func<string, bool> may) => _signKeys
        .Where(k => k.File.From <= now && now < k.File.Until && may(k.Signer.Kid))
        .OrderBy(k => k.File.From).Select(k => k.Signer).LastOrDefault();
}
