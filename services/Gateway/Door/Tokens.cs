using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Referral.Gateway.Access;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Door;

/// <summary>
/// Which tokens the door takes. Those of the one issuer whose keys lie in a file, on any address; else
/// practice tokens (a key in the data folder), on loopback alone and only where the setting allows them; and
/// beside them those of the providers in Door.Issuers. Without any of these nobody gets in.
/// </summary>
internal static class Tokens
{
    /// <summary>Seconds that two clocks may differ, for tokens whose keys lie here.</summary>
    private const int ClockSkewSeconds = 60;

    // Signatures that need a private key; never a shared secret, never none.
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha256,
            SecurityAlgorithms.RsaSsaPssSha256];

    public static void AcceptKnown(
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
        options.Events = Answers();
    }

    /// <summary>Tokens of one provider. Its keys are fetched when the first comes.</summary>
    public static void Accept(JwtBearerOptions options, IssuerSettings issuer, string country)
    {
        options.MapInboundClaims = false;
        options.ConfigurationManager = KeysOf(issuer);
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            ValidIssuer = issuer.Issuer,
            ValidAudience = issuer.Audience ?? country,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(issuer.ClockSkewSeconds),
            TryAllIssuerSigningKeys = false,
        };
        options.Events = Answers();
        options.Events.OnTokenValidated = valid =>
        {
            valid.Principal = Named(valid.Principal!, issuer);
            return Task.CompletedTask;
        };
    }

    // Looked up when the first token comes, and again when one names a key that is not known. A key that the
    // provider has withdrawn is not taken any more: the library would keep the last good ones for an hour.
    private static ConfigurationManager<OpenIdConnectConfiguration> KeysOf(IssuerSettings issuer)
    {
        var near = new Uri(issuer.Issuer).IsLoopback;

        // A provider on this machine is asked directly, whatever proxy the environment names.
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = !near })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
        return new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{issuer.Issuer.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !near })
        {
            RefreshInterval = TimeSpan.FromSeconds(issuer.KeysAgainSeconds),
            UseLastKnownGoodConfiguration = false,
        };
    }

    /// <summary>Account, post and roles under our names, and nothing else of the token.</summary>
    private static ClaimsPrincipal Named(ClaimsPrincipal principal, IssuerSettings issuer) =>
        SeatOf(principal.FindFirstValue("sub") ?? "", principal.FindFirstValue(issuer.PostClaim) ?? "",
            principal.FindAll(issuer.RoleClaim).Select(c => c.Value));

    /// <summary>A caller as later steps know one.</summary>
    public static ClaimsPrincipal SeatOf(string account, string post, IEnumerable<string> roles) => new(
        new ClaimsIdentity(
            [new("sub", account), new("post", post), .. roles.Select(role => new Claim("role", role))],
            "referral"));

    private static JwtBearerEvents Answers() => new()
    {
        OnChallenge = challenge =>
        {
            challenge.HandleResponse();
            return TokenRefused.Write(challenge.HttpContext);
        },
        OnForbidden = forbidden => TokenRefused.Write(forbidden.HttpContext),
    };

    /// <summary>Whose signature counts; read once, when the gateway starts.</summary>
    public static IReadOnlyList<SecurityKey> Signers(GatewaySettings settings) =>
        settings.SignIn is { } signIn ? signIn.Keys()
        : settings.PracticeTokens && IPAddress.IsLoopback(IPAddress.Parse(settings.Address))
            ? [PracticeTokens.ReadPublicKey(settings.DataFolder)] : [];
}
