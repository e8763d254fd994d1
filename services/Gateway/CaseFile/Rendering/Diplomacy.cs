using Referral.Contracts.Desk;
using Referral.Contracts.Letters;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>What M30 and M32 say: the note that went on paper, the change of channel.</summary>
internal static class Diplomacy
{
    public static Shown Of(DiplomaticNoteReference note, Reading reading) =>
        Lines(reading, "date", "", language =>
        Line(language, note.Number, WrittenDates.Told(note.Date, language), note.Ministry, note.Embassy));

    public static Shown Of(CaseTransferredOfChannel change, Reading reading) =>
        Lines(reading, "vocabulary", $"channel: {change.FromChannel}, {change.ToChannel}", language => Line(
            language,
            Codes.Label("channel", change.FromChannel, language).Text + " → "
                + Codes.Label("channel", change.ToChannel, language).Text,
            change.Instrument, WrittenDates.Told(change.Since, language)));

    private static Shown Lines(Reading reading, string kind, string source, Func<string, string> line) => new(
        line(reading.Writer), reading.Writer,
        [
            new RenderingView
            {
                Text = line(reading.Reader), Kind = kind, Script = ReaderWords.Script(reading.Reader),
                Source = source,
            },
        ]);

    private static string Line(string language, params string[] parts) =>
        string.Join(ReaderWords.Comma(language), parts.Where(p => p.Length > 0));
}
