using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Referral.Gateway.Door.Wire;

/// <summary>
/// A call is asked and answered within Door.CallSeconds, or ended: whoever sends a byte a minute, or takes
/// none, holds nothing of ours for longer. Only that call ends, not its connection. A stream is ended only
/// while its question has not come; then it goes on for as long as somebody listens.
/// </summary>
internal static class SlowCalls
{
    public static async Task Limit(HttpContext http, RequestDelegate next)
    {
        var most = http.RequestServices.GetRequiredService<GatewayIdentity>().Settings.Door.CallSeconds;
        using var limit = new CallLimit(http, TimeSpan.FromSeconds(most));
        http.Features.Set(limit);
        await next(http);
    }

    /// <summary>The question of a stream has come.</summary>
    public static void Asked(HttpContext http) => http.Features.Get<CallLimit>()?.Dispose();

    private sealed class CallLimit : IDisposable
    {
        private readonly Lock _turn = new();
        private readonly Timer _timer;
        private HttpContext? _http;

        public CallLimit(HttpContext http, TimeSpan most)
        {
            _http = http;
            _timer = new Timer(_ => End(), null, most, Timeout.InfiniteTimeSpan);
        }

        // The context is used again for another call once this one is over.
        public void Dispose()
        {
            lock (_turn)
            {
                _http = null;
            }

            _timer.Dispose();
        }

        private void End()
        {
            lock (_turn)
            {
                _http?.Abort();
            }
        }
    }
}
