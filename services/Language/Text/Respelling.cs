namespace Referral.Language.Text;

/// Puts a syllable together again in the signs of vowels.tsv: columns 3 and 4 Lao, 5 and 6 Thai.
internal static class Respelling
{
    static readonly Dictionary<string, string[]> Vowels =
        Table.Rows("Text/vowels.tsv").ToDictionary(row => row[0]);

    public static string Write(
        Syllable syllable, string onset, string final, int openColumn, Func<char, char> toneMark)
    {
        // เลย, not เลิย.
        if (final == "ย" && syllable.Vowel is "q" or "qq")
            return "เ" + onset + Tone(syllable, toneMark) + "ย";
        var sign = Vowels[syllable.Vowel][final.Length == 0 ? openColumn : openColumn + 1];
        var slot = sign.IndexOf('-', StringComparison.Ordinal);
        string lead = sign[..slot], tail = sign[(slot + 1)..];
        if (syllable.Tone == '\0') return lead + onset + tail.Replace("F", final, StringComparison.Ordinal);
        // The tone stands over the consonant, behind the vowel sign that shares its place.
        var marks = 0;
        while (marks < tail.Length && "ัิีึืุู็ັິີຶືຸູົໍ".Contains(tail[marks])) marks++;
        var toned = tail[..marks] + toneMark(syllable.Tone) + tail[marks..];
        return lead + onset + toned.Replace("F", final, StringComparison.Ordinal);
    }

    static string Tone(Syllable syllable, Func<char, char> mark) =>
        syllable.Tone == '\0' ? "" : mark(syllable.Tone).ToString();
}
