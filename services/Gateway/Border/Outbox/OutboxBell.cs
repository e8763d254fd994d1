using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Referral.Gateway.Border;

/// <summary>
/// Tells a country's outbox that something became due. One ring that waits is enough for any number; the
/// table is the truth, a ring only saves waiting.
/// </summary>
internal sealed class OutboxBell
{
    private readonly Bells _any = new();
    private readonly Bells _letters = new();

    /// <summary>A letter is due.</summary>
    public void Ring(string country)
    {
        _letters.Ring(country);
        _any.Ring(country);
    }

    /// <summary>A receipt is owed, and no letter with it.</summary>
    public void RingForReceipt(string country) => _any.Ring(country);

    /// <summary>A look at the table that begins now sees all that rang before.</summary>
    public void Hush(string country)
    {
        _letters.Hush(country);
        _any.Hush(country);
    }

    /// <summary>Waits for a ring of either kind, at most this long. False when none came.</summary>
    public Task<bool> Wait(string country, TimeSpan atMost, CancellationToken cancellation) =>
        _any.Wait(country, atMost, cancellation);

    /// <summary>Waits for a letter, at most this long. False when none came.</summary>
    public Task<bool> WaitForLetter(string country, TimeSpan atMost, CancellationToken cancellation) =>
        _letters.Wait(country, atMost, cancellation);

    /// <summary>One for each country.</summary>
    private sealed class Bells
    {
        private readonly ConcurrentDictionary<string, Channel<bool>> _of = new(StringComparer.Ordinal);

        public void Ring(string country) => Of(country).Writer.TryWrite(true);

        public void Hush(string country) => Of(country).Reader.TryRead(out _);

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

        private Channel<bool> Of(string country) => _of.GetOrAdd(country, _ => Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));
    }
}
