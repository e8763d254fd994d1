using Referral.Contracts.Desk;
using Referral.Contracts.Letters;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>Lists of people and papers: each entry as written, and one line made of the best form of
/// each.</summary>
internal static class Entries
{
    public static Shown Names(IReadOnlyList<PersonName> names, Reading reading) =>
        Joined([.. names.Select(n => Entry(n, reading, _ => ""))], reading);

    public static Shown OtherNames(IReadOnlyList<OtherName> names, Reading reading) =>
        Joined(
        [
            .. names.Select(n => Entry(
                new PersonName { AsWritten = n.Text, Script = n.Script }, reading, l =>
                    Word("name_kind", n.Kind, l))),
        ], reading);

    public static Shown Relatives(IReadOnlyList<Relative> relatives, Reading reading) =>
        Joined(
        [
            .. relatives.Select(r => Entry(
                r.Name, reading, l => Words(l, Word("relation", r.Relation, l), r.Telephone))),
        ], reading);

    public static Shown Children(IReadOnlyList<AccompanyingChild> children, Reading reading) =>
        Joined(
        [
            .. children.Select(c => Entry(
                c.Name, reading, l => Words(l, WrittenDates.Told(c.Birth?.Date, l), c.Birthplace))),
        ], reading);

    public static Shown Papers(IReadOnlyList<IdDocument> papers, Reading reading) =>
        Joined(
        [
            .. papers.Select(p => new Line(
                Paper(p, reading.Writer),
                new RenderingView { Text = Paper(p, reading.Reader), Kind = "vocabulary", Scheme = "D" })),
        ], reading);

    private static Line Entry(PersonName? name, Reading reading, Func<string, string> beside)
    {
        // Who reads the script needs no other form beside it.
        var best = name is null || name.Script == ReaderWords.Script(reading.Reader)
            ? null : WrittenNames.Forms(name, reading.Reader).FirstOrDefault();
        var written = name?.AsWritten ?? "";
        var rendered = best?.Clone()
            ?? new RenderingView { Kind = "as_written", Script = name?.Script ?? "" };
        rendered.Text = With(best?.Text ?? written, beside(reading.Reader));
        return new(With(written, beside(reading.Writer)), rendered);
    }

    private static Shown Joined(IReadOnlyList<Line> lines, Reading reading)
    {
        var original = string.Join(ReaderWords.Comma(reading.Writer), lines.Select(l => l.Original));
        // One line for the reader; kind and scheme are those of the entry that was made, if any was.
        var line = (lines.FirstOrDefault(l => l.Rendered.Kind != "as_written") ?? lines[0]).Rendered.Clone();
        line.Text = string.Join(ReaderWords.Comma(reading.Reader), lines.Select(l => l.Rendered.Text));
        line.Reviewed = false;
        return new(original, reading.Writer, line.Text == original ? [] : [line]);
    }

    private static string Paper(IdDocument paper, string language) => With(
        Word("document_type", paper.Type, language),
        Words(language, paper.Number, paper.IssuedAt, paper.HolderOfOriginal));

    private static string Word(string list, string code, string language) =>
        code.Length == 0 ? "" : Codes.Label(list, code, language).Text;

    private static string Words(string language, params string[] parts) =>
        string.Join(ReaderWords.Comma(language), parts.Where(p => p.Length > 0));

    private static string With(string text, string beside) =>
        beside.Length == 0 ? text : $"{text} ({beside})";

    private sealed record Line(string Original, RenderingView Rendered);
}
