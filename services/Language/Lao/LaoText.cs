using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Lao;

/// Lao as typed made into Lao as read: one spelling of ຳ, one order of marks, one form of ໜ and ໝ.
internal static class LaoText
{
    const string Tones = "່້໊໋";
    const string AboveOrBelow = "ັິີຶືຸູົໍ";

    public static bool IsTone(char letter) => letter is >= '່' and <= '໋';
    public static bool IsVowelMark(char letter) => AboveOrBelow.Contains(letter);

    /// A word as its letters and tones.
    public static Letters Read(string text) =>
        new(Normalise(text), IsTone, letter => letter == 'ຽ' || IsVowelMark(letter));

    public static string Normalise(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or 'ຯ') continue;
            var last = kept.Length == 0 ? '\0' : kept[^1];
            if (last == letter && (IsTone(letter) || IsVowelMark(letter))) continue;
            // ປາ່ is typed with the tone behind the vowel; ນ່ັ with the mark behind the tone.
            var tooEarly = IsTone(last) && IsVowelMark(letter);
            var tooLate = last is 'າ' or 'ະ' && IsTone(letter);
            if (tooEarly || tooLate) kept.Insert(kept.Length - 1, letter);
            // Two ເ typed for one ແ.
            else if (letter == 'ເ' && last == 'ເ') kept[^1] = 'ແ';
            else kept.Append(letter is >= '໐' and <= '໙' ? (char)('0' + (letter - '໐')) : letter);
        }
        return Compose(kept.ToString());
    }

    static string Compose(string text)
    {
        // ນໍ້າ, ນ້ໍາ and ນ້ຳ are one word; so are ຫນ and ໜ.
        if (text.Contains('ໍ') || text.Contains('ຳ'))
            foreach (var tone in Tones)
                text = text.Replace($"ໍ{tone}າ", $"{tone}ຳ", StringComparison.Ordinal)
                    .Replace($"ຳ{tone}", $"{tone}ຳ", StringComparison.Ordinal);
        return text.Replace("ໍາ", "ຳ", StringComparison.Ordinal)
            .Replace("ຫນ", "ໜ", StringComparison.Ordinal).Replace("ຫມ", "ໝ", StringComparison.Ordinal)
            .Replace("ຫຼ", "ຫລ", StringComparison.Ordinal).Replace('ຼ', 'ລ');
    }
}
