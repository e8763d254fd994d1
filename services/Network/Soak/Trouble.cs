using System.Diagnostics;

namespace Referral.Network.Soak;

/// <summary>
/// One kind of trouble that comes again and again at times by lot, never two of one server at once.
/// </summary>
internal sealed class Trouble(
    string name, double every, Random lot, SemaphoreSlim server,
    IReadOnlyList<Func<CancellationToken, Task>> ways, Action<string> tell)
{
    public string Name => name;

    /// <summary>How often it came.</summary>
    public int Count { get; private set; }

    /// <summary>It was not asked for, or came once at least.</summary>
    public bool Enough => every <= 0 || Count > 0;

    /// <summary>
    /// Each way in its turn, until told to end; the server runs when this returns. On a busy machine a start
    /// takes long: a server is left up for at least four times as long as it was away, for one that is hardly
    /// ever there would prove nothing.
    /// </summary>
    public async Task Run(CancellationToken enough, CancellationToken stopping)
    {
        if (every <= 0) return;
        for (var away = TimeSpan.Zero; ;)
        {
            var next = TimeSpan.FromSeconds(every * (0.5 + lot.NextDouble()));
            await Task.Delay(next > 4 * away ? next : 4 * away, enough)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (enough.IsCancellationRequested) return;
            await server.WaitAsync(stopping).ConfigureAwait(false);
            try
            {
                tell($"{name} ...");
                var began = Stopwatch.GetTimestamp();
                await ways[Count % ways.Count](stopping).ConfigureAwait(false);
                away = Stopwatch.GetElapsedTime(began);
                Count++;
            }
            finally
            {
                server.Release();
            }
        }
    }
}
