using System.Diagnostics;

namespace Referral.Journeys.Walls;

/// <summary>Waits for what other processes do, by looking; says what did not come.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task Until(string what, Func<bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            if (watch.Elapsed > Limit)
                throw new TimeoutException($"Not within {Limit.TotalSeconds} s: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }
    }
}
