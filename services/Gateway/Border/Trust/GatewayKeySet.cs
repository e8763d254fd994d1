using System.Security.Cryptography;
using Referral.Gateway.Border.Seal;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// A gateway's private keys, loaded. Keys are added while it runs and never taken away; dispose it when the
/// gateway has stopped.
/// </summary>
public sealed class GatewayKeySet : IDisposable
{
    private readonly string _country;
    private volatile IReadOnlyList<SignKeyHeld> _signKeys = [];
    private volatile IReadOnlyList<SealKeyHeld> _sealKeys = [];
    private volatile Signer _signing;

    internal GatewayKeySet(
        string country, IReadOnlyList<KeyFile> sign, IReadOnlyList<KeyFile> seal, byte[] gatewayKey,
        DateTimeOffset now)
    {
        (_country, GatewayKey) = (country, gatewayKey);
        Add(sign, seal);
        _signing = Newest(now, _ => true)!;
    }

    /// <summary>Wraps the keys that content at rest is encrypted with. 32 bytes.</summary>
    public byte[] GatewayKey { get; }

    /// <summary>Signs letters, receipts and checkpoints; see <see cref="Follow"/> for which key.</summary>
    internal Signer Signing => _signing;

    /// <summary>Our key for opening by its kid, retired ones too; null for one that is not ours.</summary>
    public ECDiffieHellman? Opening(string kid) => _sealKeys.FirstOrDefault(k => k.Kid == kid)?.Key;

    /// <summary>Takes up key files that are new since; those held stay as they are.</summary>
    internal void Add(IReadOnlyList<KeyFile> sign, IReadOnlyList<KeyFile> seal)
    {
        _signKeys =
        [
            .. _signKeys,
            .. sign.Where(f => _signKeys.All(k => k.Signer.Kid != f.Kid)).Select(f => new SignKeyHeld(f)),
        ];
        _sealKeys =
        [
            .. _sealKeys,
            .. seal.Where(f => _sealKeys.All(k => k.Kid != f.Kid)).Select(f => new SealKeyHeld(f)),
        ];
    }

    /// <summary>
    /// Chooses the key to sign with: the newest that the list shows as current, for the others know it.
    /// Where it shows none, the newest of ours that it has not revoked: letters then wait until the others
    /// know it. An old key never signs again. True when the choice has changed.
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
            ? new Member(country.Code,
                [.. _signKeys.Select(k => k.File.Public), .. _sealKeys.Select(k => k.File.Public)],
                LetterSchema.Read, country.Posts)
            : throw new ArgumentException($"These keys are of {_country}, not {country.Code}.",
                nameof(country));

    public void Dispose()
    {
        foreach (var held in _signKeys)
            held.Key.Dispose();
        foreach (var held in _sealKeys)
            held.Key.Dispose();
        CryptographicOperations.ZeroMemory(GatewayKey);
    }

    private Signer? Newest(DateTimeOffset now, Func<string, bool> may) => _signKeys
        .Where(k => k.File.From <= now && now < k.File.Until && may(k.Signer.Kid))
        .OrderBy(k => k.File.From).LastOrDefault()?.Signer;

    private sealed class SignKeyHeld
    {
        internal SignKeyHeld(KeyFile file)
        {
            (File, Key) = (file, ECDsa.Create(file.Key));
            Signer = new Signer(Key, file.Kid);
        }

        internal KeyFile File { get; }

        internal ECDsa Key { get; }

        internal Signer Signer { get; }
    }

    private sealed class SealKeyHeld(KeyFile file)
    {
        internal KeyFile File => file;

        internal string Kid { get; } = file.Kid;

        internal ECDiffieHellman Key { get; } = ECDiffieHellman.Create(file.Key);
    }
}
