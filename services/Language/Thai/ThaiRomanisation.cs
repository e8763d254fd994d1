using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Royal Thai General System of 1999: sounds without tone and length.
internal static class ThaiRomanisation
{
    public const string Scheme = "RTGS-1999";

    static readonly string[] Vowels = [.. Respelling.VowelRows().Select(row => row[1])];

    /// Small letters, solid, with the hyphen RTGS puts before a vowel and before ng after a vowel. Null:
    /// unreadable.
    public static string? Of(string word) => ThaiReader.Read(word) is { } syllables ? Of(syllables) : null;

    public static string Of(IReadOnlyList<Syllable> syllables)
    {
        var text = new StringBuilder();
        foreach (var syllable in syllables) Append(text, syllable, 0);
        return text.ToString();
    }

    /// Start: where the word begins in the text; a hyphen is only put inside it.
    public static void Append(StringBuilder text, Syllable syllable, int start)
    {
        var before = text.Length > start ? text[^1] : '\0';
        var begin = text.Length;
        // ห before a sonorant only lends its tone.
        if (!syllable.IsLedBy('ห')) text.Append(ThaiConsonants.Of(syllable.First).Initial);
        if (syllable.Second != '\0') text.Append(ThaiConsonants.Of(syllable.Second).Initial);
        text.Append(Vowels[(int)syllable.Vowel]);
        if (syllable.Final != '\0') text.Append(ThaiConsonants.Of(syllable.Final).Final);
        if (before != '\0' && NeedsHyphen(before, text, begin)) text.Insert(begin, '-');
    }

    static bool NeedsHyphen(char before, StringBuilder text, int begin) =>
        IsVowel(text[begin]) || IsVowel(before) && text[begin] == 'n' && text[begin + 1] == 'g';

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
