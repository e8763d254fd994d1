using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Royal Thai General System of 1999: sounds without tone and length.
internal static class ThaiRomanisation
{
    public const string Scheme = "RTGS-1999";

    static readonly Dictionary<string, string> Vowels =
        Table.Rows("Text/vowels.tsv").ToDictionary(row => row[0], row => row[1]);

    /// Small letters, solid, with the hyphen RTGS puts before a vowel and before ng after a vowel. Null:
    /// unreadable.
    public static string? Of(string word) => ThaiReader.Read(word) is { } syllables ? Of(syllables) : null;

    public static string Of(IReadOnlyList<Syllable> syllables)
    {
        var text = new StringBuilder();
        foreach (var syllable in syllables)
        {
            var spelled = Of(syllable);
            if (text.Length > 0 && NeedsHyphen(text[^1], spelled)) text.Append('-');
            text.Append(spelled);
        }
        return text.ToString();
    }

    static bool NeedsHyphen(char before, string syllable) =>
        IsVowel(syllable[0]) || IsVowel(before) && syllable.StartsWith("ng", StringComparison.Ordinal);

    static bool IsVowel(char letter) => "aeiou".Contains(letter);

    static string Of(Syllable syllable)
    {
        // ห before a sonorant only lends its tone.
        var onset = syllable.Onset;
        if (onset.Length == 2 && onset[0] == 'ห') onset = onset[1..];
        var initial = string.Concat(onset.Select(letter => ThaiConsonants.Of(letter).Initial));
        var final = syllable.Final == '\0' ? "" : ThaiConsonants.Of(syllable.Final).Final;
        return initial + Vowels[syllable.Vowel] + final;
    }
}
