using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.SignIn;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.SignIn;

/// <summary>OpenIddict really listening, and gateways that take its tokens. Accounts are invented.</summary>
public sealed class When_a_practice_account_signs_in : IAsyncLifetime
{
    private const string Officer = "demo.th-home.do.1";
    private const string Redirect = "http://127.0.0.1:45123/signed-in";

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-sign-in-").FullName;
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private EmbeddedNetwork? _network;

    private Uri Issuer => _network!.Running.SignIn!;

    [Fact]
    public async Task a_system_gets_a_token_for_its_secret_and_its_own_country_alone_takes_it()
    {
        var token = Read(await Token(new() { ["grant_type"] = "client_credentials", ["scope"] = "gateway",
            ["client_id"] = Officer, ["client_secret"] = SignInSettings.Password }));

        await Opens("TH", token);
        await Shuts("LA", token);
        (await Token(new() { ["grant_type"] = "client_credentials", ["client_id"] = Officer,
            ["client_secret"] = "wrong" })).Code.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task a_person_signs_in_with_a_browser_and_a_proof()
    {
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        var asked = new Dictionary<string, string>
        {
            ["response_type"] = "code", ["client_id"] = "referral", ["scope"] = "gateway",
            ["redirect_uri"] = Redirect, ["code_challenge_method"] = "S256",
            ["code_challenge"] = Base64UrlEncoder.Encode(
                SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        };
        var door = new Uri(Issuer, "connect/authorize");
        var query = string.Join('&', asked.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));
        var page = await _http.GetStringAsync(new Uri($"{door}?{query}"), Cancel);
        page.ShouldContain("DEMO sign-in");
        page.ShouldContain($"value=\"{asked["code_challenge"]}\"");
        (await Post(door, new(asked) { ["account"] = Officer, ["password"] = "wrong" })).StatusCode
            .ShouldBe(HttpStatusCode.Unauthorized);

        var sent = await Post(door,
            new(asked) { ["account"] = Officer, ["password"] = SignInSettings.Password });

        var back = sent.Headers.Location.ShouldNotBeNull();
        back.ToString().ShouldStartWith(Redirect);
        var code = System.Web.HttpUtility.ParseQueryString(back.Query)["code"]!;
        var exchange = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "referral", ["code"] = code,
            ["redirect_uri"] = Redirect,
        };
        (await Token(new(exchange) { ["code_verifier"] = Base64UrlEncoder.Encode(new byte[32]) })).Code
            .ShouldBe(HttpStatusCode.BadRequest);
        await Opens("TH", Read(await Token(new(exchange) { ["code_verifier"] = verifier })));
    }

    [Fact]
    public async Task without_a_proof_no_code_is_given()
    {
        var answer = await _http.GetAsync(new Uri(Issuer, "connect/authorize?response_type=code"
            + $"&client_id=referral&scope=gateway&redirect_uri={Uri.EscapeDataString(Redirect)}"), Cancel);
        (answer.StatusCode == HttpStatusCode.OK).ShouldBeFalse();
    }

    public async ValueTask InitializeAsync() => _network = await EmbeddedNetwork.Start(
        Path.Combine(_folder, "net"), new NetworkSettings { WithSignIn = true });

    public async ValueTask DisposeAsync()
    {
        await _network!.DisposeAsync();
        _http.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task Opens(string country, string token)
    {
        using var desk = new Desk(_network!.Running.Of(country));
        (await desk.Cases.ListTrayAsync(new(), desk.With(token))).ShouldNotBeNull();
    }

    private async Task Shuts(string country, string token)
    {
        using var desk = new Desk(_network!.Running.Of(country));
        (await desk.RefusesWith(desk.With(token), (door, o) => door.ListTrayAsync(new(), o))).Status
            .ShouldBe(StatusCode.Unauthenticated);
    }

    private Task<HttpResponseMessage> Post(Uri to, Dictionary<string, string> form) =>
        _http.PostAsync(to, new FormUrlEncodedContent(form), Cancel);

    private async Task<(HttpStatusCode Code, string Text)> Token(Dictionary<string, string> form)
    {
        var answer = await Post(new Uri(Issuer, "connect/token"), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string Read((HttpStatusCode Code, string Text) answer)
    {
        answer.Code.ShouldBe(HttpStatusCode.OK, answer.Text);
        return JsonDocument.Parse(answer.Text).RootElement.GetProperty("access_token").GetString()!;
    }
}
