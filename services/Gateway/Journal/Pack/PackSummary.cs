using System.Text;
using Referral.Gateway.CaseFile.Rendering;
using static Referral.Gateway.Journal.Pack.SummaryWords;

namespace Referral.Gateway.Journal.Pack;

/// <summary>
/// The page of a court pack that a person reads and prints: in two languages, one file, no script, nothing
/// loaded from anywhere.
/// </summary>
internal static class PackSummary
{
    private const string Style =
        """
        body{font:11pt/1.45 sans-serif;margin:2em;color:#000;background:#fff}
        table{border-collapse:collapse;width:100%;margin:0 0 1.5em}
        th,td{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top}
        th{background:#eee}.hash{font:8pt monospace;word-break:break-all}
        sup{color:#666}h2{margin-top:1.6em}tr{page-break-inside:avoid}
        @page{margin:15mm}@media print{body{margin:0}}
        """;

    public static string Write(PackedCase packed, SummaryHead head)
    {
        var words = new SummaryWords(head.Languages, head.Book);
        var page = new StringBuilder();
        page.Append($"<!doctype html>\n<html lang=\"{head.Languages[0]}\"><head><meta charset=\"utf-8\">")
            .Append($"<title>{Plain(head.Order.Referral)}</title><style>{Style}</style></head><body>\n")
            .Append($"<h1>{words.Of("title")}</h1>\n");
        Head(page, packed, head, words);
        page.Append($"<h2>{words.Of("letters")}</h2>\n").Append(LetterTables.Overview(packed, words));
        page.Append($"<h2>{words.Of("content")}</h2>\n<p>{words.Of("content_note")}</p>\n");
        foreach (var letter in packed.Letters) page.Append(LetterTables.Content(
            letter, words, head.PostOf, Beside.Nothing with { Texts = packed.Texts }));
        page.Append($"<h2>{words.Of("journal")}</h2>\n").Append(EntryTable.Of(packed, words));
        foreach (var note in new[] { "receipt_note", "how_to_check", "compare_fingerprint" })
            page.Append($"<p>{words.Of(note)}</p>\n");
        return page.Append($"<p><sup>{UnreviewedMark}</sup> {words.Label("screen", "unreviewed")}</p>\n")
            .Append("</body></html>\n").ToString();
    }

    private static void Head(StringBuilder page, PackedCase packed, SummaryHead head, SummaryWords words)
    {
        var entries = packed.Entries.Count;
        (string Code, string Value)[] rows =
        [
            ("referral", Plain(head.Order.Referral)),
            ("made_by", words.Label("country", head.Order.Country.Code)),
            ("other_country", words.Label("country", packed.Other)),
            ("made_at", SummaryHead.Moment(head.MadeAt)),
            ("lists_version", head.Book.Version),
            ("fingerprint", $"<span class=\"hash\">{head.Fingerprint}</span>"),
            ("letters_count", Step.Text(packed.Letters.Count)),
            ("receipts_count", Step.Text(packed.Receipts.Count)),
            ("entries_count", Step.Text(entries)),
            ("sealed", Step.Text(packed.Proofs.Count)),
            ("unsealed", Step.Text(entries - packed.Proofs.Count)),
            ("checkpoints_count", Step.Text(packed.Checkpoints.Count)),
            ("witnesses_count", Step.Text(packed.Witnesses.Count)),
        ];
        page.Append("<table>\n");
        foreach (var (code, value) in rows)
            page.Append($"<tr><th>{words.Of(code)}</th><td>{value}</td></tr>\n");
        page.Append("</table>\n");
    }
}
