namespace Referral.Language.Text;

/// How a vowel is written round its consonant: "เ-ียF" is lead เ, tail ีย, and a final consonant.
internal sealed record SyllablePattern(
    string Lead, string Tail, bool HasFinal, string Vowel, char Adds, int Cost)
{
    /// Rows: pattern, vowel key (with "+n" when the sign itself holds the final), cost above the usual.
    public static SyllablePattern Of(string[] row)
    {
        var slot = row[0].IndexOf('-', StringComparison.Ordinal);
        var tail = row[0][(slot + 1)..];
        var hasFinal = tail.EndsWith('F');
        var key = row[1].Split('+');
        return new SyllablePattern(
            row[0][..slot], hasFinal ? tail[..^1] : tail, hasFinal, key[0],
            key.Length > 1 ? key[1][0] : '\0',
            row.Length > 2 && row[2].Length > 0 ? int.Parse(row[2]) : 0);
    }
}
