using System.Text;
using Referral.Language.Text;
using Referral.Language.Vietnamese;

namespace Referral.Language.Transcription;

/// A name in the letters of a machine readable zone: A to Z and the filler. A key for search, not a
/// rendering. Source: ICAO Doc 9303-3, 8th edition; the letters with two forms as its table gives them.
/// UNVERIFIED: the body of the document was not read.
public static class MachineReadableName
{
    public const string Scheme = "ICAO-9303";

    /// Characters of the name field of a passport (TD3), a card (TD1) and a larger card (TD2).
    public const int PassportLength = 39;
    public const int CardLength = 30;
    public const int LargeCardLength = 31;

    static readonly Dictionary<char, string> Special =
        Table.Rows("Transcription/mrz-letters.tsv").ToDictionary(row => row[0][0], row => row[1]);

    /// SURNAME&lt;&lt;GIVEN&lt;NAMES, filled or cut to the length. Null when a letter has no form in the
    /// zone.
    public static string? Field(string surname, string given, int length = PassportLength)
    {
        if (Letters(surname) is not { } primary || Letters(given) is not { } secondary) return null;
        if (primary.Length == 0) (primary, secondary) = (secondary, "");
        var parts = secondary.Length == 0 ? primary : $"{primary}<<{secondary}";
        return parts.Length > length ? Shortened(primary, secondary, length) : parts.PadRight(length, '<');
    }

    /// The letters alone, words parted by one filler. Null when a letter has no form in the zone.
    public static string? Letters(string name)
    {
        var zone = new StringBuilder();
        foreach (var letter in name.ToUpperInvariant())
        {
            if (letter is >= 'A' and <= 'Z') zone.Append(letter);
            else if (Special.TryGetValue(letter, out var two)) zone.Append(two);
            else if (letter is ' ' or '-' or '\u00A0') Part(zone);
            else if (letter is '\'' or '’' or '.' or ',' or '`') continue;
            else if (VietnameseMarks.Strip(letter.ToString()) is [>= 'A' and <= 'Z'] one) zone.Append(one);
            else if (letter is not (>= '\u0300' and <= '\u036F')) return null;
        }
        return zone.ToString().TrimEnd('<');
    }

    /// The check digit of a field: weights 7, 3, 1; digits as they are, A is 10, the filler 0.
    public static int CheckDigit(string field)
    {
        var sum = 0;
        for (var at = 0; at < field.Length; at++)
            sum += Value(field[at]) * (at % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        return sum % 10;
    }

    static int Value(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'Z' => character - 'A' + 10,
        _ => 0,
    };

    static void Part(StringBuilder zone)
    {
        if (zone.Length > 0 && zone[^1] != '<') zone.Append('<');
    }

    // Cut from the end; of the given names at least one letter stays.
    static string Shortened(string primary, string secondary, int length)
    {
        if (secondary.Length == 0) return primary[..length];
        var family = primary.Length > length - 3 ? primary[..(length - 3)] : primary;
        var whole = $"{family}<<{secondary}";
        return whole.Length > length ? whole[..length] : whole.PadRight(length, '<');
    }
}
