using System.Diagnostics;
using System.Globalization;

namespace Referral.Benchmarks;

/// <summary>
/// Times work on one thread, again and again: the median of the rounds, after a warm-up of one round.
/// </summary>
internal static class Figures
{
    public const int Done = 0;
    public const int CannotRun = 2;

    private const int Rounds = 7;

    /// <summary>Microseconds for one of the items, the median of seven rounds over all of them.</summary>
    public static double MicrosecondsEach<T>(IReadOnlyList<T> items, Action<T> work)
    {
        var rounds = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            foreach (var item in items) work(item);
            if (round >= 0)
                rounds.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds / items.Count);
        }
        rounds.Sort();
        return rounds[Rounds / 2];
    }

    public static void Row(params string[] cells) => Console.WriteLine(
        string.Concat(cells.Select((cell, place) => place == 0 ? cell.PadRight(44) : cell.PadLeft(16))));

    public static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
