using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Referral.Language.Translation.Servers;

/// The protocol of LibreTranslate and of the servers that copy it: POST /translate, GET /languages.
/// Source: libretranslate/app.py and docs.libretranslate.com/guides/api_usage (OpenAPI 1.9.6).
sealed class LibreTranslateCalls : IDisposable
{
    const int AnswerBytesMax = 1024 * 1024;

    // Lao and Thai letters go as they are: a third of the size.
    static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly HttpClient _client;
    readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    readonly string? _apiKey;

    public LibreTranslateCalls(TranslationServerSettings settings, HttpMessageHandler? handler,
        TimeProvider clock)
    {
        _client = new HttpClient(handler ?? InCountry.Handler(settings))
        {
            BaseAddress = settings.Address,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = AnswerBytesMax,
        };
        _apiKey = settings.ApiKey;
        _pipeline = Pipeline(settings, clock);
    }

    /// The languages the server has, by their codes there. Refuses: NotTranslated.
    public async Task<IReadOnlyList<string>> Languages(CancellationToken stop)
    {
        using var answer = await Send(() => new HttpRequestMessage(HttpMethod.Get, "languages"), stop);
        using var json = await Json(answer, stop);
        if (json.RootElement.ValueKind != JsonValueKind.Array) throw NotTranslated.Unreadable();
        return [.. json.RootElement.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object
            && one.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String)
            .Select(one => one.GetProperty("code").GetString()!)];
    }

    /// One text, word for word what the server answered. Refuses: NotTranslated.
    public async Task<string> Translate(string text, string from, string to, CancellationToken stop)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["q"] = text, ["source"] = from, ["target"] = to, ["format"] = "text",
            ["api_key"] = _apiKey ?? "",
        }.Where(one => one.Value.Length > 0).ToDictionary(), Plain);
        using var answer = await Send(() => new HttpRequestMessage(HttpMethod.Post, "translate")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        }, stop);
        using var json = await Json(answer, stop);
        return json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("translatedText", out var found)
            && found.ValueKind == JsonValueKind.String ? found.GetString()!
                : throw NotTranslated.Unreadable();
    }

    public void Dispose() => _client.Dispose();

    async Task<HttpResponseMessage> Send(Func<HttpRequestMessage> request, CancellationToken stop)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async attempt =>
            {
                using var message = request();
                return await _client.SendAsync(message, attempt);
            }, stop);
        }
        catch (BrokenCircuitException fault)
        {
            throw new NotTranslated(NotTranslated.Resting, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException)
        {
            throw new NotTranslated(NotTranslated.Unreachable, fault);
        }
    }

    // The server's own words may quote the text: only their kind is told on.
    static async Task<JsonDocument> Json(HttpResponseMessage answer, CancellationToken stop)
    {
        if (!answer.IsSuccessStatusCode)
            throw new NotTranslated(answer.StatusCode switch
            {
                HttpStatusCode.BadRequest => NotTranslated.BadRequest,
                HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => NotTranslated.KeyRefused,
                HttpStatusCode.TooManyRequests => NotTranslated.TooFast,
                _ => NotTranslated.ServerFault,
            });
        try
        {
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(stop), default, stop);
        }
        catch (JsonException fault)
        {
            throw new NotTranslated(NotTranslated.AnswerUnreadable, fault);
        }
    }

    static ResiliencePipeline<HttpResponseMessage> Pipeline(TranslationServerSettings settings,
        TimeProvider clock)
    {
        // What a second attempt may mend: a server that is busy, down or slow. A bad request stays bad.
        var mendable = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>()
            .Handle<TimeoutRejectedException>()
            .HandleResult(answer => (int)answer.StatusCode is 429 or >= 500);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (settings.Retries > 0)
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = mendable,
                MaxRetryAttempts = settings.Retries,
                Delay = TimeSpan.FromMilliseconds(settings.RetryDelayMilliseconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        return builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = mendable,
            FailureRatio = 0.5,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(settings.BreakSeconds),
        }).AddTimeout(TimeSpan.FromSeconds(settings.TimeoutSeconds)).Build();
    }
}
