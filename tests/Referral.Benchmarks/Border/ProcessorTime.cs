using System.Diagnostics;
using System.Globalization;

namespace Referral.Benchmarks.Border;

/// <summary>Processor time of processes, from /proc (Linux). Zero where a process is gone.</summary>
internal static class ProcessorTime
{
    /// <summary>Clock ticks a second in /proc; 100 on every Linux in use.</summary>
    private const double TicksPerSecond = 100;

    // Places in /proc/ID/stat after the name in brackets, counted from 0.
    private const int Parent = 1, User = 11, System = 12, ChildrenUser = 13, ChildrenSystem = 14;

    public static TimeSpan Own() => Process.GetCurrentProcess().TotalProcessorTime;

    public static TimeSpan Of(int id) => Stat(id) is { } stat ? Seconds(stat[User], stat[System]) : default;

    /// <summary>Of a server and the processes it started, those that ended included.</summary>
    public static TimeSpan WithChildren(int id)
    {
        var sum = Stat(id) is { } own
            ? Seconds(own[User], own[System], own[ChildrenUser], own[ChildrenSystem]) : default;
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var other) && Stat(other) is { } stat
                && stat[Parent] == id.ToString(CultureInfo.InvariantCulture))
            {
                sum += Seconds(stat[User], stat[System]);
            }
        }

        return sum;
    }

    private static TimeSpan Seconds(params string[] ticks) => TimeSpan.FromSeconds(
        ticks.Sum(t => long.Parse(t, CultureInfo.InvariantCulture)) / TicksPerSecond);

    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
