using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Han;

/// Where a Chinese surname ends, and how it is read: compound surnames, two surnames side by side, single
/// ones.
internal static class HanSurnames
{
    static readonly HanReadings Readings = new("Han/surnames.tsv");

    static readonly HashSet<Rune> Single =
        [.. Table.Rows("Han/single-surnames.tsv").SelectMany(row => row[0].EnumerateRunes())];

    static readonly int[] CompoundLengths = [4, 3, 2];

    /// Letters of the surname at the beginning; 0 where the name begins with none. Compound surnames go
    /// first.
    public static int Length(string name)
    {
        foreach (var length in CompoundLengths)
            if (name.Length >= length && Readings.Of(name.AsSpan(0, length)) is not null)
                return length;
        return Rune.TryGetRuneAt(name, 0, out var first) && IsSingle(first) ? first.Utf16SequenceLength : 0;
    }

    /// Whether the whole name is one surname.
    public static bool Is(string name) =>
        Readings.Of(name) is not null || name.Length > 0 && Length(name) == name.Length;

    /// Letters of two surnames side by side (郑李淑芳); 0 where there are not two before a given name of two.
    public static int DoubleLength(string name)
    {
        var first = Length(name);
        if (first == 0 || first == name.Length) return 0;
        var second = Length(name[first..]);
        var whole = first + second;
        // One of two characters and a name of two is a surname with a given name of three only by error.
        return second > 0 && name.Length - whole == 2 && (first == 1 || second > 1) ? whole : 0;
    }

    /// A compound surname solid, two surnames with a hyphen (GB/T 28039-2011, 5.1.1 and 5.1.2).
    public static string? Read(string surname)
    {
        if (Readings.Of(surname) is { } known) return PinyinTable.Join(known);
        var first = Length(surname);
        if (first > 0 && first < surname.Length && Length(surname[first..]) == surname.Length - first)
            return $"{Read(surname[..first])}-{Read(surname[first..])}";
        return HanReader.Sounds(surname) is { } sounds ? PinyinTable.Join(sounds) : null;
    }

    /// The sounds alone, for other scripts.
    public static IReadOnlyList<PinyinSound>? Sounds(string surname) =>
        Readings.Of(surname) is { } known ? known : HanReader.Sounds(surname);

    static bool IsSingle(Rune character) => Single.Contains(character);
}
