using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Lao;

/// BGN/PCGN 1966, with its accents.
internal static class LaoRomanisation
{
    public const string Scheme = "BGN-PCGN-1966";

    static readonly Dictionary<string, string> Vowels =
        Table.Rows("Text/vowels.tsv").ToDictionary(row => row[0], row => row[2]);

    /// Small letters, solid, with a hyphen before a vowel. Null: unreadable.
    public static string? Of(string word)
    {
        if (LaoReader.Read(word) is not { } syllables) return null;
        var text = new StringBuilder();
        foreach (var syllable in syllables)
        {
            var spelled = Of(syllable);
            if (text.Length > 0 && "aeiouéèô".Contains(spelled[0])) text.Append('-');
            text.Append(spelled);
        }
        return text.ToString();
    }

    static string Of(Syllable syllable)
    {
        var onset = LaoReader.IsLed(syllable.Onset) ? syllable.Onset[1..] : syllable.Onset;
        // ວ behind another consonant is heard as a vowel: khoa (before a), khouè.
        var glide = syllable.Vowel is "a" or "aa" ? "o" : "ou";
        var initial = string.Concat(onset.Select((letter, place) =>
            place > 0 && letter == 'ວ' ? glide : LaoReader.Initial(letter)));
        var final = syllable.Final == '\0' ? "" : LaoReader.Final(syllable.Final);
        if (final == "y" && syllable.Vowel == "a") final = "i";
        if (final == "o" && syllable.Vowel is "i" or "ii") return initial + "iou";
        if (final == "y" && syllable.Vowel == "uea") final = "i";
        return initial + Vowels[syllable.Vowel] + final;
    }
}
