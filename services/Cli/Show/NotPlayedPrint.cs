using Referral.Network.Play;

namespace Referral.Cli.Show;

/// <summary>The events that were not played, with the reason; those of one reason together.</summary>
internal static class NotPlayedPrint
{
    public static void Print(Screen screen, PlayReport report)
    {
        if (report.NotPlayed.Count == 0) return;
        screen.Title($"Not played yet: {report.NotPlayed.Count} events");
        if (report.HostCase is null && report.Refusals.Count == 0)
            screen.Line("  No event of this case can be played yet; nothing was entered, nothing was sent.");
        foreach (var group in report.NotPlayed.GroupBy(one => one.Why))
        {
            screen.Line($"  because {group.Key}:");
            foreach (var one in group) screen.Quiet($"    {one.Date}  {one.Side}  {one.Saga}: {one.Event}");
        }
    }
}
