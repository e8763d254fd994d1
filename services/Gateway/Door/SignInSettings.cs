using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Door;

/// <summary>
/// Whose tokens the door takes, on any address and in place of practice tokens. Who signs them keeps the
/// private key; the gateway has the public half alone.
/// </summary>
public sealed record SignInSettings
{
    /// <summary>
    /// Claim "iss" of the tokens. 1 to 200 characters; not that of practice tokens.
    /// </summary>
    public required string Issuer { get; init; }

    /// <summary>
    /// File of the issuer's public keys, a JWK set (RFC 7517), read at start. Refuses: keys that are not
    /// P-256, have no id, or are private; a file that others than its owner may write.
    /// </summary>
    public required string KeysFile { get; init; }

    internal static string[] Mistakes(GatewaySettings settings)
    {
        const int issuerMax = 200;
        if (settings.SignIn is not { } signIn) return [];
        return
        [
            .. signIn.Issuer.Length is < 1 or > issuerMax || signIn.Issuer == PracticeTokens.Issuer
                ? [$"SignIn.Issuer has {signIn.Issuer.Length} characters; allowed is 1 to {issuerMax}, "
                    + $"and not {PracticeTokens.Issuer}."]
                : Array.Empty<string>(),
            .. settings.PracticeTokens
                ? ["PracticeTokens is true beside SignIn; only one of the two may let somebody in."]
                : Array.Empty<string>(),
        ];
    }

    /// <exception cref="InvalidDataException">The file does not hold public P-256 keys alone.</exception>
    internal IReadOnlyList<SecurityKey> Keys()
    {
        OwnerOnly.RefuseWritableByOthers(KeysFile);
        JsonWebKeySet set;
        try
        {
            set = new JsonWebKeySet(File.ReadAllText(KeysFile));
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"{KeysFile} is not a JWK set.", fault);
        }

        return set.Keys.Count > 0 ? [.. set.Keys.Select(Public)]
            : throw new InvalidDataException($"{KeysFile} holds no key.");
    }

    // Taken apart and put together again: nothing of a key is used but its point and its name.
    private ECDsaSecurityKey Public(JsonWebKey key)
    {
        if (key.Kty != JsonWebAlgorithmsKeyTypes.EllipticCurve || key.Crv != JsonWebKeyECTypes.P256
            || key.D is not null || string.IsNullOrEmpty(key.Kid))
            throw new InvalidDataException(
                $"{KeysFile} may hold public P-256 keys with a kid alone; one is something else.");
        try
        {
            var point = new ECPoint
            {
                X = Base64UrlEncoder.DecodeBytes(key.X), Y = Base64UrlEncoder.DecodeBytes(key.Y),
            };
            return new(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point }))
            {
                KeyId = key.Kid,
            };
        }
        catch (Exception fault)
            when (fault is ArgumentException or FormatException or CryptographicException)
        {
            throw new InvalidDataException($"{KeysFile}: key {key.Kid} is no point of P-256.", fault);
        }
    }
}
