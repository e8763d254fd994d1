using System.Threading.Channels;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;

namespace Referral.Network.Embedded;

/// <summary>
/// One country's letterbox in memory. It loses what it holds when the process ends; nothing is lost with it,
/// because every letter stays due at its sender until a receipt settles it.
/// </summary>
internal sealed class EmbeddedLetterbox(string country, Action<string> tell)
{
    /// <summary>Pouches it holds at most; a full one takes nothing, and the letters stay due.</summary>
    public const int PouchesMax = 1024;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Channel<Delivery> _pouches = Channel.CreateBounded<Delivery>(PouchesMax);

    public string Country => country;

    /// <summary>False when it is full.</summary>
    public bool TryPut(SealedPouch pouch, string sender) => _pouches.Writer.TryWrite(new(pouch, sender));

    /// <summary>
    /// Hands each pouch to the gateway until cancelled. A pouch whose gateway faults is handed over again,
    /// with growing pauses and for ever: it is neither dropped nor answered. Other letterboxes do not notice.
    /// </summary>
    public async Task Run(IArrivals arrivals, CancellationToken stopping)
    {
        try
        {
            await foreach (var one in _pouches.Reader.ReadAllAsync(stopping).ConfigureAwait(false))
            {
                var pause = FirstPause;
                while (!await Handed(one, arrivals, stopping).ConfigureAwait(false))
                {
                    await Task.Delay(pause, stopping).ConfigureAwait(false);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The network stops; what is left here is still due at its sender.
        }
    }

    private async Task<bool> Handed(Delivery one, IArrivals arrivals, CancellationToken stopping)
    {
        try
        {
            await arrivals.Receive(one.Pouch, one.Sender, stopping).ConfigureAwait(false);
            return true;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // Only the kind of fault is told: its text might quote what it stumbled over.
            tell($"{country}: pouch {one.Pouch.PouchId} waits, the gateway faulted ({fault.GetType().Name})");
            return false;
        }
    }

    private readonly record struct Delivery(SealedPouch Pouch, string Sender);
}
