using System.Text;

namespace Referral.Cli.Exchange;

/// <summary>Rows with tabs between their cells, in UTF-8.</summary>
internal static class TabbedRows
{
    /// <summary>Cells and the number of the line; empty lines and remarks are left out.</summary>
    public static IEnumerable<(string[] Cells, int Line)> Of(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var line = 1; reader.ReadLine() is { } row; line++)
            if (row.Length > 0 && row[0] != '#')
                yield return ([.. row.Split('\t').Select(cell => cell.Trim())], line);
    }

    public static StreamWriter To(Stream stream) =>
        new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };

    /// <summary>A tab or a new line inside a cell would break the table: a blank stands there.</summary>
    public static string Row(params string[] cells) => string.Join('\t',
        cells.Select(cell => cell.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ')));
}
