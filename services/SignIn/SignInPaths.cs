using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Referral.SignIn;

/// <summary>The two ways in: a person with a browser, a system with its secret.</summary>
internal static class SignInPaths
{
    public const string Authorize = "/connect/authorize";
    public const string Token = "/connect/token";

    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void Map(WebApplication application, SignInSettings settings)
    {
        application.MapGet(Authorize, (HttpContext http) =>
            Results.Text(LoginPage.Of(http.Request.Query, settings.Accounts, wrong: false),
                "text/html; charset=utf-8"));
        application.MapPost(Authorize, (Delegate)((HttpContext http) => SignIn(http, settings)));
        application.MapPost(Token, (Delegate)((HttpContext http) => Give(http, settings)));
    }

    // The form holds what the program asked for, with the account and its password.
    private static async Task<IResult> SignIn(HttpContext http, SignInSettings settings)
    {
        var form = await http.Request.ReadFormAsync();
        var account = Find(settings, form["account"].ToString());
        if (account is null || !Known(form["password"].ToString()))
        {
            return Results.Text(LoginPage.Of(form, settings.Accounts, wrong: true),
                "text/html; charset=utf-8", statusCode: StatusCodes.Status401Unauthorized);
        }

        return Results.SignIn(PrincipalOf(account, Stays(http.GetOpenIddictServerRequest()!)),
            authenticationScheme: Server);
    }

    private static async Task<IResult> Give(HttpContext http, SignInSettings settings)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsAuthorizationCodeGrantType() || request.IsRefreshTokenGrantType())
        {
            // Who it is stands in the code or the refresh token, which nobody but this sign-in opens.
            var code = await http.AuthenticateAsync(Server);
            return Find(settings, code.Principal?.GetClaim(Claims.Subject) ?? "") is { } person
                ? Results.SignIn(PrincipalOf(person, code.Principal!.HasScope(Scopes.OfflineAccess)),
                    authenticationScheme: Server)
                : Refused();
        }

        // The client's secret has been checked; its id is its account.
        return request.IsClientCredentialsGrantType() && Find(settings, request.ClientId ?? "") is { } system
            ? Results.SignIn(PrincipalOf(system, stays: false), authenticationScheme: Server)
            : Refused();
    }

    private static bool Stays(OpenIddictRequest request) => request.HasScope(Scopes.OfflineAccess);

    // Whose program stays signed in gets a refresh token beside the other.
    private static ClaimsPrincipal PrincipalOf(DemoAccount account, bool stays)
    {
        var identity = new ClaimsIdentity(Server, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, account.Name);
        identity.SetClaim("post", account.Post);
        identity.SetClaims(Claims.Role, [account.Role]);
        identity.SetScopes([SignInStore.Scope, .. stays ? [Scopes.OfflineAccess] : Array.Empty<string>()]);
        identity.SetResources(account.Country);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private static DemoAccount? Find(SignInSettings settings, string name) =>
        settings.Accounts.FirstOrDefault(one => one.Name == name);

    private static bool Known(string password) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(SignInSettings.Password));

    private static IResult Refused() => Results.Forbid(authenticationSchemes: [Server]);
}
