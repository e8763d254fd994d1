namespace Referral.Language.Text;

/// Titles and forms of address, cut off a name before it is read. A rest too short to be a name is not cut.
internal static class Titles
{
    static readonly Dictionary<string, string[]> Before = new()
    {
        ["Thai"] = Load("Thai/titles.tsv"),
        ["Laoo"] = Load("Lao/titles.tsv"),
        ["Latn"] = Load("Vietnamese/titles.tsv"),
    };

    static readonly string[] AfterHan = Load("Han/titles.tsv");

    public static string Strip(string asWritten, string script, out string? title)
    {
        var text = asWritten.Trim();
        if (script == "Hans")
        {
            title = AfterHan.FirstOrDefault(known => text.EndsWith(known, StringComparison.Ordinal));
            if (title is null || title.Length == text.Length) return Whole(text, out title);
            return text[..^title.Length].Trim();
        }
        if (!Before.TryGetValue(script, out var titles)) return Whole(text, out title);
        foreach (var known in titles)
        {
            if (!text.StartsWith(known, StringComparison.Ordinal)) continue;
            var rest = text[known.Length..];
            var apart = rest.StartsWith(' ');
            if (script == "Latn" && !apart || !IsName(rest, apart)) continue;
            title = known;
            return rest.Trim();
        }
        return Whole(text, out title);
    }

    static string Whole(string text, out string? title)
    {
        title = null;
        return text;
    }

    // A mark, a silenced letter or nothing cannot begin a name: นายก is no title before ก.
    static bool IsName(string rest, bool apart)
    {
        var name = rest.Trim().Split(' ')[0];
        if (apart) return name.Length >= 1;
        return name.Length >= 2 && char.IsLetter(name[0]) && !"ะาำັາະຳຽ".Contains(name[0]);
    }

    static string[] Load(string path) =>
        [.. Table.Rows(path).Select(row => row[0]).OrderByDescending(title => title.Length)];
}
