using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;

namespace Referral.SignIn;

/// <summary>
/// The practice network's sign-in: an OpenID Connect provider (OpenIddict) with marked demo accounts, so that
/// desk and command line sign in as they will with a ministry's own. On loopback alone.
/// </summary>
public sealed class SignInHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SignInHost(WebApplication application, Uri issuer) =>
        (_application, Issuer) = (application, issuer);

    /// <summary>What gateways have in their settings as issuer.</summary>
    public Uri Issuer { get; }

    public static async Task<SignInHost> Start(SignInSettings settings)
    {
        Directory.CreateDirectory(settings.Folder);
        var port = settings.Port == 0 ? FreePort() : settings.Port;
        var issuer = new Uri($"http://127.0.0.1:{port}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(issuer.ToString());
        builder.Services.AddDbContext<SignInStore>(store => store
            .UseSqlite($"Data Source={Path.Combine(settings.Folder, "sign-in.db")}").UseOpenIddict());
        AddServer(builder.Services, settings, issuer);
        var application = builder.Build();
        SignInPaths.Map(application, settings);
        await SignInStore.Prepare(application.Services, settings);
        await application.StartAsync();
        return new SignInHost(application, issuer);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void AddServer(IServiceCollection parts, SignInSettings settings, Uri issuer) =>
        parts.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<SignInStore>())
            .AddServer(server =>
            {
                server.SetIssuer(issuer).SetTokenEndpointUris(SignInPaths.Token)
                    .SetAuthorizationEndpointUris(SignInPaths.Authorize);
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                    .AllowClientCredentialsFlow().AllowRefreshTokenFlow();
                server.RegisterScopes(SignInStore.Scope, OpenIddictConstants.Scopes.OfflineAccess);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(settings.TokenMinutes))
                    .SetRefreshTokenLifetime(TimeSpan.FromHours(settings.SessionHours));
                server.AddSigningKey(SignInKeys.Signing(settings.Folder))
                    .AddEncryptionKey(SignInKeys.Sealing(settings.Folder));

                // Gateways read the tokens; they hold no more than who asks.
                server.DisableAccessTokenEncryption();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            });

    // The issuer must be known before the port is listened on.
    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
