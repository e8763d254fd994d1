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
