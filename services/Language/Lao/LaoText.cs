using System.Text;

namespace Referral.Language.Lao;

/// Lao as typed made into Lao as read: one spelling of ຳ, one order of marks, one form of ໜ and ໝ.
internal static class LaoText
{
    const string Tones = "່້໊໋";
    const string AboveOrBelow = "ັິີຶືຸູົໍ";

    public static bool IsTone(char letter) => Tones.Contains(letter);
    public static bool IsVowelMark(char letter) => AboveOrBelow.Contains(letter);

    public static string Normalise(string text)
    {
        var kept = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or 'ຯ') continue;
            if (kept.Length > 0 && kept[^1] == letter && (IsTone(letter) || IsVowelMark(letter))) continue;
            kept.Append(letter is >= '໐' and <= '໙' ? (char)('0' + (letter - '໐')) : letter);
        }
        return Compose(Reorder(kept.ToString()));
    }

    static string Reorder(string text)
    {
        var letters = text.ToCharArray();
        for (var at = 0; at + 1 < letters.Length; at++)
        {
            // ປາ່ is typed with the tone behind the vowel; ນ່ັ with the mark behind the tone.
            var tooEarly = IsTone(letters[at]) && IsVowelMark(letters[at + 1]);
            var tooLate = letters[at] is 'າ' or 'ະ' && IsTone(letters[at + 1]);
            if (tooEarly || tooLate) (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        }
        return new string(letters);
    }

    static string Compose(string text)
    {
        // ນໍ້າ, ນ້ໍາ and ນ້ຳ are one word; so are ຫນ and ໜ.
        foreach (var tone in Tones)
            text = text.Replace($"ໍ{tone}າ", $"{tone}ຳ", StringComparison.Ordinal)
                .Replace($"ຳ{tone}", $"{tone}ຳ", StringComparison.Ordinal);
        return text.Replace("ໍາ", "ຳ", StringComparison.Ordinal)
            .Replace("ຫນ", "ໜ", StringComparison.Ordinal).Replace("ຫມ", "ໝ", StringComparison.Ordinal)
            .Replace("ຫຼ", "ຫລ", StringComparison.Ordinal).Replace('ຼ', 'ລ');
    }
}
