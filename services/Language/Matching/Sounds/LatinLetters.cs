using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Matching.Sounds;

/// Latin text as a to z: small, without marks; every other character is dropped. Needs no culture.
static class LatinLetters
{
    static readonly Dictionary<char, char> Plain = Table.Rows("Matching/Sounds/letters.tsv")
        .SelectMany(row => row[1].Select(marked => (marked, row[0][0])))
        .ToDictionary(pair => pair.marked, pair => pair.Item2);

    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var small = letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20)
                : Plain.GetValueOrDefault(letter, letter);
            if (small is >= 'a' and <= 'z') letters.Append(small);
        }
        return letters.ToString();
    }
}
