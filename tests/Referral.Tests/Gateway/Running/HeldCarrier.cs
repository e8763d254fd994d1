using System.Collections.Concurrent;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;

namespace Referral.Tests.Gateway.Running;

/// <summary>
/// Around a country's real carrier: counts the pouches, and holds them while a test wants it.
/// </summary>
internal sealed class HeldCarrier(string sender, ICarrier inner) : ICarrier
{
    private readonly ConcurrentDictionary<string, int> _pouches = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource? _held;
    private volatile TaskCompletionSource? _waiting;

    public string Sender => sender;

    /// <summary>Pouches handed to this carrier for one country.</summary>
    public int PouchesTo(string country) => _pouches.GetValueOrDefault(country);

    /// <summary>Takes nothing: every pouch is a carrier's fault.</summary>
    public bool Broken { get; set; }

    public async Task Send(SealedPouch pouch, CancellationToken cancellation)
    {
        _pouches.AddOrUpdate(pouch.To, 1, (_, count) => count + 1);
        if (Broken)
            throw new CarrierFault("Broken by a test.");
        if (_held is { } held)
        {
            _waiting?.TrySetResult();
            await held.Task.WaitAsync(cancellation);
        }

        await inner.Send(pouch, cancellation);
    }

    /// <summary>From now on a pouch stays in flight until Release.</summary>
    public void Hold()
    {
        _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Ends when a pouch is in flight and held.</summary>
    public Task InFlight() => _waiting!.Task.WaitAsync(RunningGateways.Patience);

    public void Release()
    {
        var held = _held;
        _held = null;
        held?.TrySetResult();
    }
}
