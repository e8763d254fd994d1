using Referral.Gateway.Telemetry;

namespace Referral.Gateway;

/// <summary>What a step counts, told to the meters once it is committed.</summary>
internal sealed partial class Step
{
    private readonly List<Action<Meters>> _counts = [];

    private int _entries;

    public void Count(Action<Meters> count) => _counts.Add(count);

    /// <summary>Called by Steps after the commit.</summary>
    public void Report(Meters meters, TimeSpan took)
    {
        meters.Stepped(took, _entries);
        _counts.ForEach(count => count(meters));
    }
}
