using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Referral.Cli.SignIn;

/// <summary>
/// An OpenID Connect provider: a ministry's own, or the practice sign-in. It is found by its address, must
/// say the same address of itself, and is spoken to over TLS unless it is on this machine.
/// </summary>
internal sealed class Provider : IDisposable
{
    /// <summary>Port of the practice sign-in that `referral up` starts.</summary>
    public const int PracticePort = 5301;

    /// <summary>Client id of this command at a provider, as the practice sign-in knows it.</summary>
    public const string ProgramClient = "referral";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;

    private Provider(HttpClient http, string issuer, Uri authorize, Uri token) =>
        (_http, Issuer, Authorize, Token) = (http, issuer, authorize, token);

    public string Issuer { get; }

    public Uri Authorize { get; }

    public Uri Token { get; }

    /// <summary>Refuses: REF-3204, REF-3205, REF-3206.</summary>
    public static async Task<Told<Provider>> Find(
        string issuer, string? authority, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || !GatewayAddress.IsSafe(address))
            return Refused.Of(Refused.LineNotSafe, ("value", issuer));
        var http = new HttpClient(Lines.To(address, authority)) { Timeout = Patience };
        try
        {
            var told = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{issuer.TrimEnd('/')}/.well-known/openid-configuration",
                new HttpDocumentRetriever(http) { RequireHttps = !GatewayAddress.IsHere(address) },
                cancellation);
            var same = told.Issuer.TrimEnd('/') == issuer.TrimEnd('/');
            if (same && Safe(told.TokenEndpoint) is { } token)
                return new Provider(http, told.Issuer, Safe(told.AuthorizationEndpoint) ?? token, token);
            http.Dispose();
            return Refused.Of(Refused.ProviderRefused, ("value", issuer), ("rule", "discovery"));
        }
        catch (Exception fault)
            when (fault is IOException or HttpRequestException or InvalidOperationException)
        {
            http.Dispose();
            return Refused.Of(Refused.NoAnswer, ("value", issuer));
        }
    }

    /// <summary>Asks for a token. Refuses: REF-3204 with the provider's reason, REF-3206.</summary>
    public async Task<Told<GivenToken>> Ask(
        IReadOnlyDictionary<string, string> words, CancellationToken cancellation)
    {
        try
        {
            using var form = new FormUrlEncodedContent(words);
            using var answer = await _http.PostAsync(Token, form, cancellation);
            using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            if (answer.IsSuccessStatusCode && Text(read, "access_token") is { } token)
                return new GivenToken(token, Seconds(read), Text(read, "refresh_token"));
            return Refused.Of(
                Refused.ProviderRefused, ("value", Issuer), ("rule", Reason(Text(read, "error"))));
        }
        catch (JsonException)
        {
            return Refused.Of(Refused.ProviderRefused, ("value", Issuer), ("rule", "no JSON"));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return Refused.Of(Refused.NoAnswer, ("value", Issuer));
        }
    }

    /// <summary>Told on a screen: a code of RFC 6749 and nothing longer.</summary>
    public static string Reason(string? error) =>
        error is { Length: > 0 and < 40 } && error.All(c => char.IsAsciiLetterLower(c) || c == '_')
            ? error : "no reason";

    public void Dispose() => _http.Dispose();

    private static Uri? Safe(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && GatewayAddress.IsSafe(address)
            ? address : null;

    private static string? Text(JsonDocument read, string name) =>
        read.RootElement.ValueKind == JsonValueKind.Object
        && read.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    // RFC 6749: a provider that does not say how long a token lives is asked again soon.
    private static TimeSpan Seconds(JsonDocument read) =>
        read.RootElement.TryGetProperty("expires_in", out var life) && life.TryGetInt32(out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : TimeSpan.FromMinutes(5);
}

/// <summary>What a provider gave.</summary>
internal sealed record GivenToken(string Token, TimeSpan Life, string? Refresh);
