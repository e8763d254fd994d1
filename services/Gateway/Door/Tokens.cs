using System.Net;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Door;

/// <summary>
/// Which tokens the door takes. Those of the one issuer that the settings name, on any address; else
/// practice tokens (a key in the data folder), on loopback alone and only where the setting allows them; else
/// none, and nobody gets in. All are ES256.
/// </summary>
internal static class Tokens
{
    /// <summary>Seconds that two clocks may differ.</summary>
    private const int ClockSkewSeconds = 60;

    public static void Accept(
        JwtBearerOptions options, GatewayIdentity identity, IReadOnlyList<SecurityKey> signers)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidIssuer = identity.Settings.SignIn?.Issuer ?? PracticeTokens.Issuer,
            ValidAudience = identity.Code,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(ClockSkewSeconds),
            IssuerSigningKeys = signers,
            TryAllIssuerSigningKeys = false,
        };
        options.Events = new JwtBearerEvents
        {
            OnChallenge = TokenRefused.Answer,
            OnForbidden = TokenRefused.Forbid,
        };
    }

    /// <summary>Whose signature counts; read once, when the gateway starts.</summary>
    public static IReadOnlyList<SecurityKey> Signers(GatewaySettings settings) =>
        settings.SignIn is { } signIn ? signIn.Keys()
        : settings.PracticeTokens && IPAddress.IsLoopback(IPAddress.Parse(settings.Address))
            ? [PracticeTokens.ReadPublicKey(settings.DataFolder)] : [];
}
