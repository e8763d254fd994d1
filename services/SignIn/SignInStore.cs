using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Referral.SignIn;

/// <summary>OpenIddict's own tables: clients, and the codes and tokens it gave.</summary>
internal sealed class SignInStore(DbContextOptions<SignInStore> options) : DbContext(options)
{
    public const string Scope = "gateway";

    /// <summary>Makes the tables and enters the clients that are missing.</summary>
    public static async Task Prepare(IServiceProvider services, SignInSettings settings)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SignInStore>().Database.EnsureCreatedAsync();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await Enter(clients, Program());
        foreach (var account in settings.Accounts)
        {
            await Enter(clients, System(account));
        }
    }

    private static async Task Enter(
        IOpenIddictApplicationManager clients, OpenIddictApplicationDescriptor one)
    {
        if (await clients.FindByClientIdAsync(one.ClientId!) is not { } held)
        {
            await clients.CreateAsync(one);
        }
        else if (one.ClientType == ClientTypes.Public)
        {
            // A store of an earlier start may lack what programs may do now.
            await clients.UpdateAsync(held, one);
        }
    }

    // A program on the officer's machine: it keeps no secret, so it proves the code by PKCE.
    private static OpenIddictApplicationDescriptor Program() => new()
    {
        ClientId = SignInSettings.ProgramClient,
        DisplayName = "DEMO: programs of officers",
        ClientType = ClientTypes.Public,
        ApplicationType = ApplicationTypes.Native,
        RedirectUris = { new Uri("http://127.0.0.1/signed-in") },
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token,
            Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code,
            Permissions.GrantTypes.RefreshToken, Permissions.Prefixes.Scope + Scope,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };

    private static OpenIddictApplicationDescriptor System(DemoAccount account) => new()
    {
        ClientId = account.Name,
        DisplayName = $"DEMO: {account.Name}",
        ClientSecret = SignInSettings.Password,
        ClientType = ClientTypes.Confidential,
        Permissions =
        {
            Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials,
            Permissions.Prefixes.Scope + Scope,
        },
    };
}
