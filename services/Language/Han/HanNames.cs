using Referral.Language.Text;

namespace Referral.Language.Han;

/// Chinese personal names in Hanyu Pinyin: surname first and apart, given name solid (GB/T 28039-2011,
/// 5.1.1).
internal static class HanNames
{
    public const string Scheme = "GBT-28039-2011";

    /// Without parts, the surname is cut off where one is known; a name that begins with none stays solid.
    public static string? Of(string name, string? family = null, string? given = null)
    {
        if (name.Contains('·') || name.Contains('•')) return Foreign(name);
        // A surname alone is read as one, however rare.
        if (family is null && given is null)
            (family, given) = HanSurnames.Is(name) ? (name, null) : Cut(name);
        if (family is null) return given is null ? null : Word(given);
        var surname = HanSurnames.Read(family);
        if (surname is null || string.IsNullOrEmpty(given)) return surname;
        return Word(given) is { } word ? $"{surname} {word}" : null;
    }

    /// Surname and given name; no surname where none is known.
    public static (string? Family, string? Given) Cut(string name)
    {
        var length = HanSurnames.DoubleLength(name);
        if (length == 0) length = HanSurnames.Length(name);
        return length == 0 ? (null, name) : (name[..length], name[length..]);
    }

    // A foreign or minority name in characters stays in its parts; none of them is a surname.
    static string? Foreign(string name)
    {
        var words = name.Split('·', '•').Select(Word).ToArray();
        return words.Contains(null) ? null : string.Join("·", words);
    }

    /// Characters as one word.
    public static string? Word(string characters) =>
        HanReader.Sounds(characters) is { } sounds ? PinyinTable.Join(sounds) : null;
}
