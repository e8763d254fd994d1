using System.Net;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Door;

/// <summary>
/// Which tokens the door takes. Practice tokens (ES256, a key in the data folder) on loopback alone and only
/// where the setting allows them; without them nobody gets in. A ministry's own sign-in comes with a later
/// issue.
/// </summary>
internal static class Tokens
{
    /// <summary>Seconds that two clocks may differ.</summary>
    private const int ClockSkewSeconds = 60;

    public static void Accept(JwtBearerOptions options, GatewayIdentity identity)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidIssuer = PracticeTokens.Issuer,
            ValidAudience = identity.Code,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(ClockSkewSeconds),
            IssuerSigningKeys = Keys(identity.Settings),
            TryAllIssuerSigningKeys = false,
        };
        options.Events = new JwtBearerEvents
        {
            OnChallenge = TokenRefused.Answer,
            OnForbidden = TokenRefused.Forbid,
        };
    }

    private static IEnumerable<SecurityKey> Keys(GatewaySettings settings) =>
        settings.PracticeTokens && IPAddress.IsLoopback(IPAddress.Parse(settings.Address))
            ? [PracticeTokens.ReadPublicKey(settings.DataFolder)] : [];
}
