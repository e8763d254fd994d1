namespace Referral.Language.Text;

/// Words for kinds of places, found in an address part and said in the reader's language.
internal static class PlaceKinds
{
    internal sealed record Kind(string Word, string Script, Dictionary<string, string> Labels);

    static readonly Kind[] All =
    [
        .. Table.Rows("Text/kinds.tsv").Select(row => new Kind(row[0], row[1], new()
        {
            ["lo"] = row[2], ["th"] = row[3], ["zh"] = row[4], ["vi"] = row[5], ["en"] = row[6],
        })).OrderByDescending(kind => kind.Word.Length),
    ];

    /// Whether this is the word for a kind and no name.
    public static bool IsOne(string word) =>
        All.Any(kind => kind.Word.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// Cuts the kind off a part of an address; the kind is null when the part names none.
    public static string Cut(string part, string script, out Kind? found)
    {
        found = null;
        foreach (var kind in All.Where(kind => kind.Script == script))
        {
            var rest = script == "Hans" ? Behind(part, kind.Word) : Ahead(part, kind.Word);
            if (rest is null) continue;
            found = kind;
            return rest;
        }
        return part;
    }

    static string? Ahead(string part, string word)
    {
        var found = part.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        var rest = found ? part[word.Length..].Trim() : "";
        return rest.Length > 1 ? rest : null;
    }

    // A name of one character keeps its kind: 单县 is not 单.
    static string? Behind(string part, string word) =>
        part.EndsWith(word, StringComparison.Ordinal) && part.Length > word.Length + 1
            ? part[..^word.Length] : null;
}
