using Referral.Language.Translation;
using Referral.Language.Translation.Files;

namespace Referral.Cli.Exchange;

/// <summary>
/// A glossary as a table with tabs, a term a row: concept, subject, definition, language, term, status, part
/// of speech, note. Rows of one concept follow each other; # begins a remark.
/// </summary>
internal static class GlossaryTable
{
    public const string Columns =
        "concept, subject, definition, language, term, status, part of speech, note";

    private const int Least = 5;

    private static readonly string[] Statuses = ["", Term.Preferred, Term.Admitted, Term.Deprecated];

    /// <summary>
    /// Refuses a row with too few cells, an unknown status, and a concept in two places: NotAdmitted.
    /// </summary>
    public static Glossary Read(Stream stream)
    {
        var concepts = new List<Concept>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (cells, line) in TabbedRows.Of(stream))
        {
            if (cells.Length < Least || cells[3].Length == 0 || cells[4].Length == 0)
                throw new NotAdmitted(line, $"a row needs language and term; columns: {Columns}");
            var term = new Term(cells[3], cells[4], Cell(cells, 5), Cell(cells, 6), Cell(cells, 7));
            if (!Statuses.Contains(term.Status)) throw new NotAdmitted(line, "an unknown status");
            if (concepts.Count > 0 && concepts[^1].Id == cells[0])
                concepts[^1] = concepts[^1] with { Terms = [.. concepts[^1].Terms, term] };
            else if (seen.Add(cells[0])) concepts.Add(new Concept(cells[0], cells[1], cells[2], [term]));
            else throw new NotAdmitted(line, "a concept whose rows stand apart");
        }
        return new Glossary(concepts);
    }

    public static void Write(Stream stream, Glossary glossary)
    {
        using var writer = TabbedRows.To(stream);
        writer.WriteLine("# " + Columns.Replace(", ", "\t", StringComparison.Ordinal));
        foreach (var concept in glossary.Concepts)
            foreach (var term in concept.Terms)
                writer.WriteLine(TabbedRows.Row(concept.Id, concept.Subject, concept.Definition,
                    term.Language, term.Text, term.Status, term.PartOfSpeech, term.Note));
    }

    private static string Cell(string[] cells, int at) => at < cells.Length ? cells[at] : "";
}
