using System.Diagnostics;

namespace Referral.Benchmarks.Border;

/// <summary>
/// When the n-th letter had taken effect at the receiver, and how many are settled at the sender, told after
/// each commit. Letters of one sender take effect in the order in which they were written, so the n-th
/// written is the n-th counted.
/// </summary>
internal sealed class Counted
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Lock _lock = new();
    private readonly List<long> _applied = [];
    private long _settled;

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

    public void Apply(long letters)
    {
        lock (_lock)
            for (var one = 0L; one < letters; one++)
                _applied.Add(Stopwatch.GetTimestamp());
    }

    public void Settle(long letters) => Interlocked.Add(ref _settled, letters);

    public Task UntilSettled(long count) => Until(() => Settled, count, "settled");

    public Task UntilApplied(long count) => Until(() => Applied, count, "in effect");

    private static async Task Until(Func<long> reached, long count, string what)
    {
        for (var since = Stopwatch.StartNew(); reached() < count; await Task.Delay(1))
        {
            if (since.Elapsed > Patience)
                throw new TimeoutException($"{reached()} of {count} letters are {what} after three minutes.");
        }
    }
}
