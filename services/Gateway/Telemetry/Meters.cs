using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Referral.Gateway.Telemetry;

/// <summary>
/// Every number that this gateway counts. Labels are codes of neighbours, states and directions: nothing that
/// belongs to a case. Counted after a commit, so that a step that was dropped counts for nothing.
/// </summary>
internal sealed class Meters
{
    private static readonly double[] StepSeconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5];

    private readonly ConcurrentDictionary<string, (long Due, double OldestSeconds)> _waiting =
        new(StringComparer.Ordinal);

    private readonly Counter<long> _written;
    private readonly Counter<long> _settled;
    private readonly Counter<long> _arrived;
    private readonly Counter<long> _pouches;
    private readonly Counter<long> _returned;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _receipts;
    private readonly Counter<long> _entries;
    private readonly Histogram<double> _steps;

    public Meters(IMeterFactory meters, GatewayIdentity identity)
    {
        var meter = meters.Create(NameOf(identity.Code));
        _written = meter.CreateCounter<long>("referral.letters.written", "{letter}", "Letters written");
        _settled = meter.CreateCounter<long>("referral.letters.settled", "{letter}",
            "Letters settled by a receipt; states 5 and 7 are refusals");
        _arrived = meter.CreateCounter<long>("referral.letters.arrived", "{letter}",
            "Letters that arrived, by what became of them");
        _pouches = meter.CreateCounter<long>(
            "referral.pouches", "{pouch}", "Pouches taken by a carrier or in");
        _returned = meter.CreateCounter<long>("referral.pouches.returned", "{pouch}",
            "Pouches that the carrier did not take");
        _unreadable = meter.CreateCounter<long>("referral.pouches.unreadable", "{pouch}",
            "Pouches that could not be opened");
        _receipts = meter.CreateCounter<long>("referral.receipts", "{receipt}", "Receipts sent and received");
        _entries = meter.CreateCounter<long>(
            "referral.journal.entries", "{entry}", "Journal entries written");
        _steps = meter.CreateHistogram("referral.step.duration", "s", "One transaction, without its turn",
            null, new InstrumentAdvice<double> { HistogramBucketBoundaries = StepSeconds });
        meter.CreateObservableGauge("referral.letters.due", () => _waiting.Select(
            w => new Measurement<long>(w.Value.Due, Country(w.Key))), "{letter}", "Letters not settled yet");
        meter.CreateObservableGauge("referral.letters.oldest", () => _waiting.Select(
            w => new Measurement<double>(w.Value.OldestSeconds, Country(w.Key))), "s",
            "Age of the oldest letter not settled yet; 0 for none");
    }

    /// <summary>A meter a country: several gateways in one process are told apart.</summary>
    public static string NameOf(string country) => $"Referral.{country}";

    public void Waiting(string country, long due, TimeSpan oldest) =>
        _waiting[country] = (due, oldest.TotalSeconds);

    public void Written(string to) => _written.Add(1, Country(to));

    public void Settled(string by, int state) => _settled.Add(1, Country(by), new("state", Step.Text(state)));

    /// <param name="from">Its sender.</param>
    /// <param name="outcome">effect, waiting or refused.</param>
    public void Arrived(string from, string outcome) =>
        _arrived.Add(1, Country(from), new("outcome", outcome));

    public void PouchOut(string to, int receipts) => Pouch(to, "out", receipts);

    public void PouchIn(string from, int receipts) => Pouch(from, "in", receipts);

    public void PouchReturned(string to) => _returned.Add(1, Country(to));

    public void PouchUnreadable() => _unreadable.Add(1);

    public void Stepped(TimeSpan took, int entries)
    {
        _steps.Record(took.TotalSeconds);
        _entries.Add(entries);
    }

    private void Pouch(string country, string way, int receipts)
    {
        _pouches.Add(1, Country(country), new("way", way));
        _receipts.Add(receipts, Country(country), new("way", way));
    }

    private static KeyValuePair<string, object?> Country(string code) => new("country", code);
}
