using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Vietnamese;

/// Vietnamese in plain Latin letters: tone and vowel marks off, Đ to D.
/// With its own table, because string.Normalize does nothing where globalization is invariant.
internal static class VietnameseMarks
{
    public const string Scheme = "VIETNAMESE-WITHOUT-MARKS";

    static readonly Dictionary<char, char> Bases = Table.Rows("Vietnamese/base-letters.tsv")
        .SelectMany(row => row[1].Select(marked => (marked, row[0][0])))
        .ToDictionary(pair => pair.marked, pair => pair.Item2);

    static readonly Dictionary<char, (char Vowel, char Mark)> Tones = Table.Rows("Vietnamese/tones.tsv")
        .ToDictionary(row => row[0][0], row =>
            (row[1][0], "\u0300\u0309\u0303\u0301\u0323"[row[2][0] - '1']));

    /// A syllable in small letters without its tone, and the tone as its combining mark, '\0' for none.
    /// Vowel marks stay, also where they were typed apart.
    public static (string Letters, char Mark) PartTone(string syllable)
    {
        var letters = new StringBuilder();
        var mark = '\0';
        foreach (var letter in syllable)
        {
            if (letter is '\u0300' or '\u0309' or '\u0303' or '\u0301' or '\u0323') mark = letter;
            else if (letter is '\u0302' or '\u0306' or '\u031B' && letters.Length > 0)
                letters[^1] = Joined(letters[^1], letter);
            else if (Tones.TryGetValue(letter, out var known))
            {
                letters.Append(known.Vowel);
                mark = known.Mark;
            }
            else letters.Append(letter);
        }
        return (letters.ToString(), mark);
    }

    static char Joined(char vowel, char mark) => (vowel, mark) switch
    {
        ('a', '\u0302') => 'â', ('e', '\u0302') => 'ê', ('o', '\u0302') => 'ô', ('a', '\u0306') => 'ă',
        ('o', '\u031B') => 'ơ', ('u', '\u031B') => 'ư', _ => vowel,
    };

    public static string Strip(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text)
        {
            var isMark = letter is >= '\u0300' and <= '\u036F';
            if (!isMark) plain.Append(Bases.GetValueOrDefault(letter, letter));
        }
        return plain.ToString();
    }
}
