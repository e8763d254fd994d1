using System.Globalization;
using System.Net;

namespace Referral.Gateway;

/// <summary>
/// Asks the gateway that runs with these settings on this machine whether it is ready; for a container's
/// health check, which may have no other program to ask with.
/// </summary>
internal static class OwnReadiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>True when it says so. What it said goes to the writer.</summary>
    public static async Task<bool> Ask(GatewaySettings settings, TextWriter words)
    {
        // It is this machine, whatever proxy the environment names.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(AddressOf(settings));
            await words.WriteAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            await words.WriteLineAsync($"no answer ({fault.GetType().Name})");
            return false;
        }
    }

    private static Uri AddressOf(GatewaySettings settings)
    {
        var listening = IPAddress.Parse(settings.Address);
        var asked = listening.Equals(IPAddress.Any) ? IPAddress.Loopback
            : listening.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : listening;
        var place = new IPEndPoint(asked, settings.PagesPort);
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{place}/health/ready"));
    }
}
