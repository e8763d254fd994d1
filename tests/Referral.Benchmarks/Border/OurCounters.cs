using System.Diagnostics.Metrics;
using Referral.Gateway.Telemetry;

namespace Referral.Benchmarks.Border;

/// <summary>Listens to the two gateways' own counters, which are told after a commit.</summary>
internal sealed class OurCounters : IDisposable
{
    private const string SettledName = "referral.letters.settled";
    private const string ArrivedName = "referral.letters.arrived";

    private readonly MeterListener _listener = new();

    /// <summary>A letter that is refused, or waits for a gap, is no letter brought over.</summary>
    public OurCounters(Counted counted)
    {
        var (sender, receiver) = (Meters.NameOf(Pair.Host), Meters.NameOf(Pair.Origin));
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if ((instrument.Meter.Name == sender && instrument.Name == SettledName)
                || (instrument.Meter.Name == receiver && instrument.Name == ArrivedName))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, letters, labels, _) =>
        {
            var label = instrument.Name == SettledName ? "6" : "effect";
            if (!labels.ToArray().Any(l => l.Value as string == label))
                throw new InvalidOperationException($"A letter was not taken: {instrument.Name}.");
            if (instrument.Name == SettledName)
                counted.Settle(letters);
            else
                counted.Apply(letters);
        });
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();
}
