using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Polly;
using Polly.Retry;
using Referral.Contracts.Desk;
using StandardWebhooks;

namespace Referral.Gateway.Feeds;

/// <summary>
/// One subscriber's address: a status event goes there as a CloudEvent (1.0, structured JSON), signed in the
/// way of Standard Webhooks, and again with growing pauses until it is taken.
/// </summary>
internal sealed class WebhookPost : IDisposable
{
    private static readonly JsonEventFormatter Form = new();

    private readonly HttpClient _http;
    private readonly StandardWebhook _signature;
    private readonly WebhookSettings _settings;
    private readonly string _source;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<HttpResponseMessage> _again;

    public WebhookPost(WebhookSettings settings, string country, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _source = $"urn:referral:{country.ToLowerInvariant()}";
        _signature = new StandardWebhook(Border.Trust.OwnerOnly.ReadSecret(settings.SecretFile).Trim());
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Timeout = TimeSpan.FromSeconds(15),
        };
        _again = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(settings.FirstPauseMilliseconds),
                MaxDelay = TimeSpan.FromMinutes(5),
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>().Handle<TaskCanceledException>()
                    .HandleResult(answer => !answer.IsSuccessStatusCode),
            }).Build();
    }

    public string Subscriber => _settings.Name;

    public async Task Send(StatusEvent status, CancellationToken cancellation)
    {
        var body = Form.EncodeStructuredModeMessage(Event(status), out var type).ToArray();
        using var answer = await _again.ExecuteAsync(async token =>
        {
            // Signed anew each time: the moment is in the signature, the id stays.
            using var request = new HttpRequestMessage(HttpMethod.Post, _settings.Url)
            {
                Content = new ByteArrayContent(body),
            };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type.ToString());
            var now = _clock.GetUtcNow();
            request.Headers.Add("webhook-id", status.EventId);
            request.Headers.Add("webhook-timestamp",
                now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature",
                _signature.Sign(status.EventId, now, System.Text.Encoding.UTF8.GetString(body)));
            return await _http.SendAsync(request, token);
        }, cancellation);
    }

    private CloudEvent Event(StatusEvent status) => new()
    {
        Id = status.EventId,
        Type = "referral.status.v1",
        Source = new Uri(_source),
        Subject = status.Subject,
        Time = status.At.ToDateTimeOffset(),
        DataContentType = "application/json",
        Data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = status.Kind,
            ["stage"] = status.Stage,
            ["side"] = status.Side,
            ["other"] = status.Other,
        },
    };

    public void Dispose() => _http.Dispose();
}

/// <summary>One subscriber.</summary>
public sealed record WebhookSettings
{
    /// <summary>Its name; the pseudonyms hang on it. 1 to 40 of A-Z, 0-9 and -.</summary>
    public required string Name { get; init; }

    /// <summary>Where events go: https, or http on loopback.</summary>
    public required Uri Url { get; init; }

    /// <summary>
    /// Owner-only file with the secret, as Standard Webhooks writes it (whsec_ and base64).
    /// </summary>
    public required string SecretFile { get; init; }

    /// <summary>
    /// Milliseconds before the first repetition; then growing to five minutes. Default 1000.
    /// </summary>
    public int FirstPauseMilliseconds { get; init; } = 1000;

    internal static IEnumerable<string> Mistakes(WebhookSettings one) =>
    [
        .. System.Text.RegularExpressions.Regex.IsMatch(one.Name, "^[A-Z0-9-]{1,40}$")
            ? Array.Empty<string>() : [$"Webhooks.Name is {one.Name}; 1 to 40 of A-Z, 0-9 and - are wanted."],
        .. one.Url.Scheme == Uri.UriSchemeHttps || one.Url.IsLoopback ? Array.Empty<string>()
            : [$"Webhooks.Url of {one.Name} is not https."],
        .. GatewaySettings.InRange(
            "Webhooks.FirstPauseMilliseconds", one.FirstPauseMilliseconds, 10, 60_000),
    ];
}
