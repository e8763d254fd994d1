using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.Certificate;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Referral.Gateway.Access;

namespace Referral.Gateway.Door;

/// <summary>
/// The ways to sign in, and which of them a call is asked by: the issuer that its token names, else its
/// client certificate, else the practice key, which refuses what it does not know.
/// </summary>
internal static class SignIns
{
    private const string Chosen = "sign-in";
    private const string Known = "known";
    private const string Systems = "system";

    /// <summary>Characters of a token that is looked into at all.</summary>
    private const int TokenCharactersMax = 16_384;

    public static void Add(IServiceCollection parts, GatewayIdentity identity)
    {
        var (door, signers) = (identity.Settings.Door, Tokens.Signers(identity.Settings));
        var ways = parts.AddAuthentication(Chosen)
            .AddPolicyScheme(Chosen, null, policy =>
            {
                policy.ForwardDefaultSelector = http => Of(http, door);
                policy.ForwardChallenge = Known;
                policy.ForwardForbid = Known;
            })
            .AddJwtBearer(Known, options => Tokens.AcceptKnown(options, identity, signers));
        foreach (var issuer in door.Issuers)
        {
            ways.AddJwtBearer(issuer.Issuer, options => Tokens.Accept(options, issuer, identity.Code));
        }

        if (door.Tls is { } tls)
        {
            ways.AddCertificate(Systems, options => Accept(options, tls));
        }

        parts.AddAuthorization();
    }

    private static string Of(HttpContext http, DoorSettings door)
    {
        const string Bearer = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var issuer = IssuerIn(header[Bearer.Length..].Trim());
            return door.Issuers.Any(one => one.Issuer == issuer) ? issuer! : Known;
        }

        return door.Tls is not null && http.Connection.ClientCertificate is not null ? Systems : Known;
    }

    // Only to choose whom to ask; whoever is asked checks it.
    private static string? IssuerIn(string token)
    {
        var handler = new JsonWebTokenHandler();
        if (token.Length > TokenCharactersMax || !handler.CanReadToken(token))
        {
            return null;
        }

        try
        {
            return handler.ReadJsonWebToken(token).Issuer;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException
            or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static void Accept(CertificateAuthenticationOptions options, TlsSettings tls)
    {
        options.AllowedCertificateTypes = CertificateTypes.Chained;
        options.ChainTrustValidationMode = X509ChainTrustMode.CustomRootTrust;
        options.CustomTrustStore = [];
        options.CustomTrustStore.ImportFromPemFile(tls.AuthoritiesFile);

        // A system is taken out of the list, not revoked: the list is looked into each time.
        options.RevocationMode = X509RevocationMode.NoCheck;
        options.Events = new CertificateAuthenticationEvents
        {
            OnCertificateValidated = valid =>
            {
                var thumbprint = valid.ClientCertificate.GetCertHashString(
                    System.Security.Cryptography.HashAlgorithmName.SHA256);
                if (tls.Systems.FirstOrDefault(one => string.Equals(
                    one.Sha256, thumbprint, StringComparison.OrdinalIgnoreCase)) is { } seat)
                {
                    valid.Principal = Tokens.SeatOf(seat.Account, seat.Post, seat.Roles);
                    valid.Success();
                }
                else
                {
                    valid.Fail("The certificate is none of a system that is let in.");
                }

                return Task.CompletedTask;
            },
        };
    }
}
