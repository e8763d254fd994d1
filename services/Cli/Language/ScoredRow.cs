using System.Text;

namespace Referral.Cli.Language;

/// <summary>One row of a set: what was expected, what was made, and how far apart they are.</summary>
internal sealed record ScoredRow(string Native, string Expected, string Made)
{
    public bool SameLetters => Letters(Expected) == Letters(Made);

    public bool SameSpaces => Spaced(Expected) == Spaced(Made);

    /// <summary>Letters to put in, take out or change, marks and spaces not counted.</summary>
    public int Distance => Between(Letters(Expected), Letters(Made));

    // Latin marks are folded, since most lists are printed without them; other scripts keep every sign.
    private static string Letters(string text) => string.Concat(
        Folded(text).Where(letter => char.IsLetter(letter) || letter > '\u0E00'));

    private static string Spaced(string text) => string.Join(
        ' ', Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Folded(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
            folded.Append(letter switch
            {
                'é' or 'è' or 'ê' => 'e', 'ô' => 'o', _ => letter,
            });
        return folded.ToString();
    }

    private static int Between(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
