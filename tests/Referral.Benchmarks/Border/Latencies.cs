using System.Diagnostics;

namespace Referral.Benchmarks.Border;

/// <summary>
/// How long a letter takes from the call that writes it to the commit of its effect abroad: one at a time on
/// a line at rest, and in a steady stream.
/// </summary>
internal sealed class Latencies(ILetters letters)
{
    private const int IdleLetters = 300;
    private const int StreamSeconds = 15, WarmSeconds = 3;

    /// <param name="rate">Letters a second of the stream.</param>
    public async Task Print(double rate)
    {
        await Idle();
        Console.WriteLine($"idle line, {IdleLetters} letters one at a time: {Told(await Idle())}");
        await Stream(rate, WarmSeconds);
        Console.WriteLine(
            $"{rate:0} letters/s, for {StreamSeconds} s: {Told(await Stream(rate, StreamSeconds))}");
    }

    private async Task<double[]> Idle()
    {
        var taken = new double[IdleLetters];
        for (var one = 0; one < IdleLetters; one++)
        {
            var (place, begin) = (letters.Counted.Applied, Stopwatch.GetTimestamp());
            await letters.Write(1);
            await letters.Counted.UntilSettled(place + 1);
            taken[one] = Milliseconds(begin, letters.Counted.AppliedAt()[place]);

            // The line comes to rest: what follows the receipt is over.
            await Task.Delay(20);
        }

        return taken;
    }

    // Open loop: a letter is written when its time has come, however the ones before do.
    private async Task<double[]> Stream(double rate, int seconds)
    {
        var (first, begin) = (letters.Counted.Applied, Stopwatch.GetTimestamp());
        var due = new List<long>();
        for (var written = 0; Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds;)
        {
            var wanted = (int)(Stopwatch.GetElapsedTime(begin).TotalSeconds * rate) - written;
            if (wanted == 0)
            {
                await Task.Delay(1);
                continue;
            }

            due.AddRange(Enumerable.Range(written, wanted).Select(
                one => begin + (long)(one / rate * Stopwatch.Frequency)));
            await letters.Write(wanted);
            written += wanted;
        }

        await letters.Counted.UntilApplied(first + due.Count);
        var applied = letters.Counted.AppliedAt();
        return [.. due.Select((moment, place) => Milliseconds(moment, applied[first + place]))];
    }

    private static double Milliseconds(long from, long to) =>
        Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static string Told(double[] taken)
    {
        Array.Sort(taken);
        return $"p50 {taken[taken.Length / 2]:0.0} ms, p99 {taken[taken.Length * 99 / 100]:0.0} ms, "
            + $"longest {taken[^1]:0.0} ms";
    }
}
