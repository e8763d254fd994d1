using System.Text;
using Referral.Contracts.Vocabulary;
using static Referral.Gateway.Journal.Pack.SummaryWords;

namespace Referral.Gateway.Journal.Pack;

/// <summary>
/// The chain of the case in a summary: what happened, when, and which checkpoint covers it.
/// </summary>
internal static class EntryTable
{
    public static string Of(PackedCase packed, SummaryWords words)
    {
        var table = new StringBuilder("<table>\n<tr>");
        foreach (var head in new[] { "number", "at", "entry", "about", "checkpoint" })
            table.Append($"<th>{words.Of(head)}</th>");
        table.Append("</tr>\n");
        var covers = packed.Proofs.ToDictionary(one => one.Number, one => one.Checkpoint);
        foreach (var (row, values) in packed.Entries)
        {
            string[] cells =
            [
                Step.Text(row.Number), Plain(values["at"]), What(values, words), About(values),
                covers.TryGetValue(row.Number, out var seal) ? Step.Text(seal) : words.Of("not_yet"),
            ];
            table.Append($"<tr>{string.Concat(cells.Select(cell => $"<td>{cell}</td>"))}</tr>\n");
        }
        return table.Append("</table>\n").ToString();
    }

    private static string What(JournalValues values, SummaryWords words)
    {
        var (list, code) = values.Kind == "event" ? ("event", values["event"])
            : VocabularyBook.Shipped.Knows("entry", values.Kind) ? ("entry", values.Kind)
            : ("journal_kind", values.Kind);
        return words.Label(list, code);
    }

    private static string About(JournalValues values)
    {
        string[] told = [values["letter_kind"], values["letter_number"], values["state"], values["code"]];
        return Plain(string.Join(' ', told.Where(one => one.Length > 0)));
    }
}
