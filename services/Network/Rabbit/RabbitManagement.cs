using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Referral.Network.Rabbit;

/// The few calls of RabbitMQ's management interface that declaring letterboxes needs. The address holds an
/// administrator's name and password (http://user:password@host:port). Names are escaped here.
internal sealed class RabbitManagement : IDisposable
{
    private readonly HttpClient _http;

    public RabbitManagement(Uri address)
    {
        var user = address.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        if (user.Length != 2)
            throw new RabbitFault("REF-3106", "The management address names no administrator. "
                + "Write it as http://user:password@host:port.");
        Administrator = user[0];
        Host = address.Host;
        _http = new HttpClient
        {
            BaseAddress = new UriBuilder(address.Scheme, address.Host, address.Port, "/api/").Uri,
            Timeout = TimeSpan.FromSeconds(60),
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user[0]}:{user[1]}")));
    }

    public string Administrator { get; }

    public string Host { get; }

    /// True when the interface answers this administrator.
    public async Task<bool> Answers(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync("vhosts", cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// True when it was not there before.
    public Task<bool> Put(string[] path, object body, CancellationToken cancellation) =>
        Ask(HttpMethod.Put, path, body, cancellation);

    public Task Post(string[] path, object body, CancellationToken cancellation) =>
        Ask(HttpMethod.Post, path, body, cancellation);

    /// Removes it; content when it is not there.
    public Task Delete(string[] path, CancellationToken cancellation) =>
        Ask(HttpMethod.Delete, path, null, cancellation);

    public async Task<T?> Get<T>(string[] path, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(Path(path), cancellation).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
            throw Refused("GET", path, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<T>(cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> Ask(
        HttpMethod method, string[] path, object? body, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(method, Path(path));
            request.Content = body is null ? null : JsonContent.Create(body);
            using var answer = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            var absent = method == HttpMethod.Delete && answer.StatusCode == HttpStatusCode.NotFound;
            if (!answer.IsSuccessStatusCode && !absent)
                throw Refused(method.Method, path, answer.StatusCode);
            return answer.StatusCode == HttpStatusCode.Created;
        }
        catch (HttpRequestException fault)
        {
            throw new RabbitFault("REF-3106",
                $"RabbitMQ's management interface at {_http.BaseAddress} cannot be reached.", fault);
        }
    }

    // The body is left out on purpose: it may hold a password.
    private RabbitFault Refused(string method, string[] path, HttpStatusCode status) => new("REF-3106",
        $"RabbitMQ's management interface at {_http.BaseAddress} refused {method} {string.Join('/', path)} "
        + $"({(int)status} {status}). The user in REFERRAL_RABBITMQ needs the tag administrator.");

    private static string Path(string[] parts) => string.Join('/', parts.Select(Uri.EscapeDataString));
}
