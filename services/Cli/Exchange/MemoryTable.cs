using Referral.Language.Translation;
using Referral.Language.Translation.Files;

namespace Referral.Cli.Exchange;

/// <summary>
/// A translation memory as a table with tabs, a text a row: unit, state, language, text. Rows of one unit
/// follow each other; # begins a remark.
/// </summary>
internal static class MemoryTable
{
    public const string Columns = "unit, state, language, text";
    private const int Cells = 4;

    /// <summary>
    /// Refuses a row with too few cells, an unknown state, a language twice in a unit: NotAdmitted.
    /// </summary>
    public static TranslationMemory Read(Stream stream)
    {
        var memory = new TranslationMemory();
        var units = TabbedRows.Of(stream)
            .Select(row => (row.Cells, row.Line, State: StateOf(row.Cells, row.Line)));
        string? id = null;
        var state = TranslationState.Untranslated;
        Dictionary<string, string> texts = [];
        foreach (var row in units)
        {
            if (row.Cells[0] != id)
            {
                if (id is not null) memory.Add(new MemoryUnit(id, texts, state));
                (id, state, texts) = (row.Cells[0], row.State, []);
            }
            if (!texts.TryAdd(row.Cells[2], row.Cells[3]))
                throw new NotAdmitted(row.Line, "a language twice in one unit");
        }
        if (id is not null) memory.Add(new MemoryUnit(id, texts, state));
        return memory;
    }

    public static void Write(Stream stream, TranslationMemory memory)
    {
        using var writer = TabbedRows.To(stream);
        writer.WriteLine("# " + Columns.Replace(", ", "\t", StringComparison.Ordinal));
        foreach (var unit in memory.Units)
            foreach (var (language, text) in unit.Texts.OrderBy(one => one.Key, StringComparer.Ordinal))
                writer.WriteLine(TabbedRows.Row(
                    unit.Id, TranslationStates.CodeOf(unit.State), language, text));
    }

    private static TranslationState StateOf(string[] cells, int line) =>
        cells.Length != Cells || cells.Any(cell => cell.Length == 0)
            ? throw new NotAdmitted(line, $"a row needs {Columns}")
            : TranslationStates.Of(cells[1]) ?? throw new NotAdmitted(line, "an unknown state");
}
