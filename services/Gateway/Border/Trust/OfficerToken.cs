using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// What a gateway's door wants to know of an officer, as a signed token (JWT, ES256).
/// </summary>
/// <param name="Country">ISO 3166 code of the gateway: claim "aud".</param>
/// <param name="Account">Who: claim "sub".</param>
/// <param name="Post">Id of the officer's post: claim "post".</param>
/// <param name="Roles">Claim "role", once each.</param>
public sealed record OfficerToken(
    string Country, string Account, string Post, IReadOnlyList<string> Roles)
{
    /// <summary>Longest life of a token: 12 hours.</summary>
    public static TimeSpan LifeMax { get; } = TimeSpan.FromHours(12);

    /// <summary>Claim "iss".</summary>
    public required string Issuer { get; init; }

    /// <summary>Signs it; the key's id is its RFC 7638 thumbprint.</summary>
    /// <param name="key">P-256, with its private half.</param>
    /// <param name="life">How long from now; above 0, at most <see cref="LifeMax"/>.</param>
    /// <param name="clock">The system's where none is given.</param>
    public string Sign(ECDsa key, TimeSpan life, TimeProvider? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(life, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(life, LifeMax);
        var now = (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Country,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + life,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = Account, ["post"] = Post, ["role"] = Roles.ToArray(),
            },
            SigningCredentials = new SigningCredentials(Named(key), SecurityAlgorithms.EcdsaSha256)
            {
                // A cached provider would outlive the key.
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
        });
    }

    internal static ECDsaSecurityKey Named(ECDsa key) =>
        new(key) { KeyId = KeyThumbprint.Of(key.ExportParameters(includePrivateParameters: false)) };
}
