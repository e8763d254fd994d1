using System.Diagnostics;
using System.Diagnostics.Metrics;
using Referral.Gateway.Telemetry;

namespace Referral.Benchmarks.Border;

/// <summary>
/// Listens to a gateway's own counters, which are told after a commit: when the n-th letter had taken effect
/// at the receiver, and when the n-th was settled at the sender. Letters of one sender take effect in the
/// order in which they were written, so the n-th written is the n-th counted.
/// </summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<long> _applied = [];
    private readonly string _receiver = "";
    private long _settled;

    public Counted(string sender, string receiver)
    {
        _receiver = Meters.NameOf(receiver);
        var names = new[] { Meters.NameOf(sender), _receiver };
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (names.Contains(instrument.Meter.Name)
                && instrument.Name is "referral.letters.settled" or "referral.letters.arrived")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.Start();
    }

    public int Applied
    {
        get { lock (_lock) return _applied.Count; }
    }

    public long Settled => Interlocked.Read(ref _settled);

    /// <summary>Time stamps (Stopwatch) of effects, in order.</summary>
    public long[] AppliedAt()
    {
        lock (_lock) return [.. _applied];
    }

    public async Task UntilSettled(long count)
    {
        for (var since = Stopwatch.StartNew(); Settled < count; await Task.Delay(1))
        {
            if (since.Elapsed > TimeSpan.FromMinutes(3))
                throw new TimeoutException($"{Settled} of {count} letters are settled after three minutes.");
        }
    }

    public async Task UntilApplied(int count)
    {
        for (var since = Stopwatch.StartNew(); Applied < count; await Task.Yield())
        {
            if (since.Elapsed > TimeSpan.FromMinutes(3))
                throw new TimeoutException($"{Applied} of {count} letters took effect after three minutes.");
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Count(Instrument instrument, long count,
        ReadOnlySpan<KeyValuePair<string, object?>> labels, object? state)
    {
        if (instrument.Name == "referral.letters.settled" && instrument.Meter.Name != _receiver)
        {
            Interlocked.Add(ref _settled, count);
            return;
        }

        if (instrument.Name != "referral.letters.arrived" || instrument.Meter.Name != _receiver)
            return;
        lock (_lock)
            for (var one = 0L; one < count; one++)
                _applied.Add(Stopwatch.GetTimestamp());
    }
}
