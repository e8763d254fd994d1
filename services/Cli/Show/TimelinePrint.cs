using Referral.Contracts.Desk;
using Referral.Network.Play;

namespace Referral.Cli.Show;

/// <summary>What happened, as one side sees it, and what is due.</summary>
internal static class TimelinePrint
{
    public static void Print(Screen screen, Words words, SideView side)
    {
        screen.Line();
        screen.Line($"  {words.Screen("timeline")} ({side.Country})");
        foreach (var entry in side.Timeline.Entries) screen.Line($"    {Entry(entry)}");
        if (side.Timeline.Deadlines.Count == 0) return;
        screen.Line($"  {words.Screen("deadline")}");
        foreach (var one in side.Timeline.Deadlines)
            screen.Line($"    {one.DueOn}  {one.Side}  {one.Rule}: {one.What}  {one.State}  "
                + $"[{one.Mark}; {one.Source}]");
    }

    private static string Entry(TimelineEntry entry)
    {
        var at = entry.At?.ToDateTime()
            .ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        string?[] parts =
        [
            entry.HappenedOn.Length > 0 ? entry.HappenedOn : "          ",
            entry.What?.Text,
            entry.LetterKind.Length > 0 ? $"{entry.LetterKind} number {entry.LetterNumber}" : null,
            entry.State?.Text,
            entry.Code,
            entry.Stage is { Text.Length: > 0 } stage ? $"-> {stage.Text}" : null,
            entry.Post,
            $"({at})",
        ];
        return string.Join("  ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
