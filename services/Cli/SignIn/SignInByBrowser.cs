using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Referral.Cli.SignIn;

/// <summary>
/// A person signs in with a browser: authorization code with PKCE (RFC 7636), and a redirect to a port of
/// this machine that lives as long as the sign-in (RFC 8252). The address is printed, for who has no browser
/// here or another one.
/// </summary>
internal static class SignInByBrowser
{
    private const string Path = "/signed-in";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Refuses: REF-3204, also where nobody came back within five minutes; REF-3206.</summary>
    public static async Task<Told<GivenToken>> Do(
        Provider provider, string client, Action<Uri> show, CancellationToken cancellation)
    {
        var (state, proof) = (Secret(), Secret());
        var back = new TaskCompletionSource<IQueryCollection>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        await using var ear = Ear(state, back);
        await ear.StartAsync(cancellation);
        var redirect = $"{ear.Urls.Single().TrimEnd('/')}{Path}";
        show(Question(provider, client, redirect, state, proof));
        IQueryCollection answer;
        try
        {
            answer = await back.Task.WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            return Refused.Of(Refused.ProviderRefused, ("value", provider.Issuer), ("rule", "timeout"));
        }

        // RFC 9207: an answer of another provider is none.
        var from = answer["iss"].ToString();
        if (answer["code"].ToString() is not { Length: > 0 } code
            || (from.Length > 0 && from.TrimEnd('/') != provider.Issuer.TrimEnd('/')))
            return Refused.Of(Refused.ProviderRefused, ("value", provider.Issuer),
                ("rule", Provider.Reason(answer["error"])));
        return await provider.Ask(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = client, ["code"] = code,
            ["redirect_uri"] = redirect, ["code_verifier"] = proof,
        }, cancellation);
    }

    /// <summary>Opens the address where this machine has a browser; it is printed in any case.</summary>
    public static void Open(Uri address)
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null
            && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null)
            return;
        try
        {
            using var started = Process.Start(
                new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception fault)
            when (fault is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // No browser: the printed address is there.
        }
    }

    private static WebApplication Ear(string state, TaskCompletionSource<IQueryCollection> back)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var ear = builder.Build();
        ear.MapGet(Path, (HttpContext http) =>
        {
            // Whoever does not know the state was not sent by us.
            if (http.Request.Query["state"].ToString() != state) return Results.BadRequest();
            back.TrySetResult(http.Request.Query);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text("Signed in. You may close this page and go back to the command.");
        });
        return ear;
    }

    private static Uri Question(
        Provider provider, string client, string redirect, string state, string proof)
    {
        var words = new Dictionary<string, string>
        {
            ["response_type"] = "code", ["client_id"] = client, ["redirect_uri"] = redirect,
            ["scope"] = "gateway offline_access", ["state"] = state, ["code_challenge_method"] = "S256",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(proof))),
        };
        var query = string.Join('&', words.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));
        return new Uri($"{provider.Authorize}{(provider.Authorize.Query.Length > 0 ? '&' : '?')}{query}");
    }

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}
