namespace Referral.Language.Text;

/// How a vowel is written round its consonant: "เ-ียF" is lead เ, tail ีย, and a final consonant.
/// Adds: a final the sign itself holds, or '\0'.
internal sealed record SyllablePattern(
    char Lead, string Tail, bool HasFinal, Vowel Vowel, char Adds, int Cost)
{
    /// Rows: pattern, vowel key (with "+n" when the sign itself holds the final), cost above the usual.
    public static SyllablePattern Of(string[] row)
    {
        var slot = row[0].IndexOf('-', StringComparison.Ordinal);
        var tail = row[0][(slot + 1)..];
        var hasFinal = tail.EndsWith('F');
        var key = row[1].Split('+');
        return new SyllablePattern(
            slot == 0 ? '\0' : row[0][0], hasFinal ? tail[..^1] : tail, hasFinal,
            Enum.Parse<Vowel>(key[0], ignoreCase: true), key.Length > 1 ? key[1][0] : '\0',
            row.Length > 2 && row[2].Length > 0 ? int.Parse(row[2]) : 0);
    }
}

/// The patterns of a script, found by the vowel in front and the first letter behind the consonant.
internal sealed class PatternTable
{
    const int Letters = 0x80;

    readonly SyllablePattern[][] _found = new SyllablePattern[(Letters + 1) * Letters][];
    readonly char _block;

    /// Block: the first code point of the script's block of 128.
    public PatternTable(string path, char block)
    {
        _block = block;
        Array.Fill(_found, []);
        foreach (var group in Table.Rows(path).Select(SyllablePattern.Of)
            .GroupBy(pattern => Place(pattern.Lead, pattern.Tail.Length == 0 ? '\0' : pattern.Tail[0])))
            _found[group.Key] = [.. group];
    }

    /// Patterns whose tail begins with this letter; '\0' asks for those without a tail.
    public SyllablePattern[] With(char lead, char tail) =>
        tail == '\0' || tail >= _block && tail < _block + Letters ? _found[Place(lead, tail)] : [];

    int Place(char lead, char tail) =>
        (lead == '\0' ? 0 : lead - _block) * Letters + (tail == '\0' ? 0 : tail - _block);
}
