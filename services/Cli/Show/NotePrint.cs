using Referral.Contracts.Desk;

namespace Referral.Cli.Show;

/// <summary>The draft of a note verbale, where no agreement is operated. Nothing of it has left.</summary>
internal static class NotePrint
{
    public static void Print(Screen screen, Words words, NoteDraftView? note)
    {
        if (note is null) return;
        screen.Line();
        screen.Line($"  {words.Screen("agreement")}: {note.Instrument} {note.InstrumentTitle}, "
            + $"{note.Status?.Text} "
            + $"[{note.Mark}; {note.Source}]");
        screen.Line($"  {words.Screen("from")} {note.MinistryPost}, {words.Screen("to")} {note.EmbassyPost}");
        foreach (var line in note.Text.Split('\n')) screen.Line($"    {line}");
    }
}
