using Referral.Language.Text;

namespace Referral.Language.Han;

/// Chinese personal names in Hanyu Pinyin: surname first and apart, given name solid (GB/T 28039-2011,
/// 5.1.1).
internal static class HanNames
{
    public const string Scheme = "GBT-28039-2011";

    static readonly Dictionary<string, string> Surnames = Table.Pairs("Han/surnames.tsv");

    /// Without parts, the longest known surname is cut off; two characters or more must remain to cut one.
    public static string? Of(string name, string? family, string? given)
    {
        if (name.Contains('·') || name.Contains('•')) return Foreign(name);
        if (family is null && given is null) (family, given) = Cut(name);
        if (family is null) return given is null ? null : Word(given);
        var surname = Surname(family);
        if (surname is null || string.IsNullOrEmpty(given)) return surname;
        return Word(given) is { } word ? $"{surname} {word}" : null;
    }

    // A foreign or minority name in characters stays in its parts; none of them is a surname.
    static string? Foreign(string name)
    {
        var words = name.Split('·', '•').Select(Word).ToArray();
        return words.Contains(null) ? null : string.Join("·", words);
    }

    static (string? Family, string? Given) Cut(string name)
    {
        for (var length = Math.Min(4, name.Length); length >= 2; length--)
            if (Surnames.ContainsKey(name[..length])) return (name[..length], name[length..]);
        var first = char.IsHighSurrogate(name[0]) ? 2 : 1;
        return (name[..first], name[first..]);
    }

    static string? Surname(string family)
    {
        if (Surnames.TryGetValue(family, out var known)) return PinyinTable.Join(known.Split(' '));
        return Word(family);
    }

    static string? Word(string characters) =>
        HanReader.Sounds(characters) is { } sounds ? PinyinTable.Join(sounds) : null;
}
