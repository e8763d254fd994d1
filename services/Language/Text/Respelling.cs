namespace Referral.Language.Text;

/// Puts a syllable together again in the signs of vowels.tsv: columns 3 and 4 Lao, 5 and 6 Thai.
internal static class Respelling
{
    const string Above = "ัิีึืุู็ັິີຶືຸູົໍ";

    static readonly string[][] Vowels = VowelRows();

    /// The cells of vowels.tsv of a vowel, by its place in the enum.
    public static string[][] VowelRows()
    {
        var rows = new string[Enum.GetValues<Vowel>().Length][];
        foreach (var row in Table.Rows("Text/vowels.tsv"))
            rows[(int)Enum.Parse<Vowel>(row[0], ignoreCase: true)] = row;
        return rows;
    }

    public static string Write(
        Syllable syllable, string onset, string final, int openColumn, Func<char, char> toneMark)
    {
        var tone = syllable.Tone == '\0' ? "" : toneMark(syllable.Tone).ToString();
        // เลย, not เลิย.
        if (final == "ย" && syllable.Vowel is Vowel.Q or Vowel.Qq) return $"เ{onset}{tone}ย";
        var sign = Vowels[(int)syllable.Vowel][final.Length == 0 ? openColumn : openColumn + 1];
        var slot = sign.IndexOf('-', StringComparison.Ordinal);
        string lead = sign[..slot], tail = sign[(slot + 1)..];
        // The tone stands over the consonant, behind the vowel sign that shares its place.
        var marks = 0;
        while (marks < tail.Length && Above.Contains(tail[marks])) marks++;
        var toned = tail[..marks] + tone + tail[marks..];
        return lead + onset + toned.Replace("F", final, StringComparison.Ordinal);
    }
}
