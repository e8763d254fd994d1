using System.Reflection;

namespace Referral.Language.Text;

/// The rule tables and lists that stand as .tsv files beside the code. Lines with # name source and licence.
internal static class Table
{
    public static IEnumerable<string[]> Rows(string path)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The language table {path} is not built in.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }

    public static Dictionary<string, string> Pairs(string path) =>
        Rows(path).ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
