using System.Text;
using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Verifier.Pack;
using static Referral.Gateway.Journal.Pack.SummaryWords;

namespace Referral.Gateway.Journal.Pack;

/// <summary>Letters in a summary: one table of all, and one of what each says.</summary>
internal static class LetterTables
{
    public static string Overview(PackedCase packed, SummaryWords words)
    {
        var table = new StringBuilder("<table>\n<tr>");
        foreach (var head in new[] { "number", "from", "to", "letter", "written", "outcome", "sha256" })
            table.Append($"<th>{words.Of(head)}</th>");
        table.Append("</tr>\n");
        foreach (var letter in packed.Letters)
        {
            var head = letter.Letter.Head;
            string[] cells =
            [
                Step.Text(head.Number),
                Office(head.FromCountry, head.FromPost),
                Office(head.ToCountry, head.ToPost),
                $"{Plain(head.Kind)}<br>{words.Label("letter", head.Kind)}",
                $"{SummaryHead.Moment(head.WrittenAt.ToDateTimeOffset())}<br>{Plain(head.WrittenOnLocal)}",
                words.Label("rem_state", Step.Text(letter.State)),
                $"<span class=\"hash\">{PackFormat.Hash(letter.Jws)}</span>",
            ];
            table.Append($"<tr>{string.Concat(cells.Select(cell => $"<td>{cell}</td>"))}</tr>\n");
        }
        return table.Append("</table>\n").ToString();
    }

    /// <summary>
    /// What a letter says: each field as written, and beside it for the readers of the page.
    /// </summary>
    /// <param name="beside">Translations of its free texts, each with the state it is in.</param>
    public static string Content(
        SignedLetter letter, SummaryWords words, Func<string, Post?> postOf, Beside beside)
    {
        var head = letter.Letter.Head;
        var writer = DeskLanguages.FirstOf(head.Languages) ?? words.Languages[0];
        var views = words.Languages
            .Select(reader => FieldViews.Of([letter.Letter], writer, reader, postOf, beside)).ToList();
        var table = new StringBuilder($"<h3>{Plain($"{head.Kind} {head.FromCountry} {head.Number}")}</h3>\n");
        if (views[0].Count == 0) return table.Append($"<p>{words.Of("no_fields")}</p>\n").ToString();
        table.Append($"<table>\n<tr><th></th><th>{words.Label("screen", "as_written")}</th>")
            .Append($"<th>{words.Label("screen", "rendering")}</th></tr>\n");
        for (var at = 0; at < views[0].Count; at++)
        {
            var field = views[0][at];
            var told = views.SelectMany(view => Renderings(view[at]))
                .Concat(views.Any(view => view[at].Untranslated)
                    ? [words.Label("translation_state", "UNTRANSLATED")] : []).Distinct();
            table.Append($"<tr><th>{words.Label("field", field.Key)}</th>")
                .Append($"<td lang=\"{Plain(field.OriginalLanguage)}\">{Plain(field.Original)}</td>")
                .Append($"<td>{string.Join("<br>", told)}</td></tr>\n");
        }
        return table.Append("</table>\n").ToString();
    }

    private static IEnumerable<string> Renderings(FieldView view) => view.Renderings.Select(one =>
        Plain(one.Text) + (one.Scheme.Length > 0 ? $" <small>[{Plain(one.Scheme)}]</small>" : "")
        + (one.Reviewed ? "" : $"<sup>{UnreviewedMark}</sup>"));

    private static string Office(string country, string post) => $"{Plain(country)}<br>{Plain(post)}";
}
