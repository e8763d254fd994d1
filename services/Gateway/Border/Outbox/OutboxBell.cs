using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Referral.Gateway.Border;

/// <summary>
/// Tells a country's outbox that something became due. One ring that waits is enough for any number.
/// </summary>
internal sealed class OutboxBell
{
    private readonly ConcurrentDictionary<string, Channel<bool>> _bells = new(StringComparer.Ordinal);

    public void Ring(string country) => Of(country).Writer.TryWrite(true);

    /// <summary>
    /// Waits for a ring, at most this long; the table is the truth, the ring only saves waiting. False when
    /// none came.
    /// </summary>
    public async Task<bool> Wait(string country, TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        try
        {
            return await Of(country).Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time for a look at the table without a ring.
            return false;
        }
    }

    private Channel<bool> Of(string country) => _bells.GetOrAdd(country, _ =>
        Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));
}
