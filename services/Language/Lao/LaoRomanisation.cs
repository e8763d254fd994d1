using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Lao;

/// Lao in Latin letters: BGN/PCGN 1966 with its accents, and the Ministry of Health's table of 2020 without.
internal static class LaoRomanisation
{
    public const string Scheme = "BGN-PCGN-1966";
    public const string Scheme2020 = "MOH-2020";

    const int Bgn = 2;
    const int Ministry = 7;

    static readonly string[][] Vowels = Respelling.VowelRows();

    /// Small letters, solid, with a hyphen before a vowel. Null: unreadable.
    public static string? Of(string word) => Of(word, Bgn);

    /// The same by the ministry's table.
    public static string? Of2020(string word) => Of(word, Ministry);

    // ໆ says the last syllable once more, behind a hyphen.
    static string? Of(string word, int column)
    {
        var again = word.EndsWith('ໆ');
        if (LaoReader.Read(again ? word[..^1] : word) is not { Count: > 0 } read) return null;
        var written = Written(read, column);
        return again ? $"{written}-{Written([read[^1]], column)}" : written;
    }

    static string Written(IReadOnlyList<Syllable> syllables, int column)
    {
        var text = new StringBuilder();
        foreach (var syllable in syllables)
        {
            var begin = text.Length;
            Append(text, syllable, column);
            if (begin > 0 && begin < text.Length && "aeiouéèô".Contains(text[begin])) text.Insert(begin, '-');
        }
        return text.ToString();
    }

    static void Append(StringBuilder text, Syllable syllable, int column)
    {
        // ຫ before a sonorant only lends its tone.
        if (!LaoConsonants.IsLed(syllable.First, syllable.Second)) text.Append(Initial(syllable.First,
            column));
        if (syllable.Second == 'ວ' && syllable.First != 'ຫ')
            // ວ behind another consonant is heard as a vowel: khoa (before a), khouè.
            text.Append(syllable.Vowel is Vowel.A or Vowel.Aa ? "o" : "ou");
        else if (syllable.Second != '\0') text.Append(Initial(syllable.Second, column));
        Rime(text, syllable, column);
    }

    static void Rime(StringBuilder text, Syllable syllable, int column)
    {
        var final = syllable.Final == '\0' ? "" : Final(syllable.Final, column);
        if (final == "y" && syllable.Vowel is Vowel.A or Vowel.Uea) final = "i";
        if (final is "o" or "v" && syllable.Vowel is Vowel.I or Vowel.Ii) text.Append("iou");
        else text.Append(Vowels[(int)syllable.Vowel][column]).Append(final);
        // An open è or o has an h of its own in the ministry's table.
        if (column == Ministry && final.Length == 0
            && syllable.Vowel is Vowel.X or Vowel.Xx or Vowel.C or Vowel.Cc)
            text.Append('h');
    }

    static string Initial(char letter, int column) =>
        column == Bgn ? LaoConsonants.Of(letter).Initial : LaoConsonants.Of(letter).Initial2020;

    static string Final(char letter, int column) =>
        column == Bgn ? LaoConsonants.Of(letter).Final : LaoConsonants.Of(letter).Final2020;
}
