using System.Text;

namespace Referral.Language.Thai;

/// Thai as typed made into Thai as read: one order of marks, no invisible signs, ฤ spelled out.
internal static class ThaiText
{
    const string Tones = "่้๊๋";
    const string AboveOrBelow = "ัิีึืุู";

    public static bool IsTone(char letter) => Tones.Contains(letter);

    public static string Normalise(string text)
    {
        var kept = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or 'ฺ' or '๎' or 'ฯ') continue;
            // The same mark typed twice shows as one.
            var twice = kept.Length > 0 && kept[^1] == letter;
            if (twice && (IsTone(letter) || AboveOrBelow.Contains(letter))) continue;
            kept.Append(letter is >= '๐' and <= '๙' ? (char)('0' + (letter - '๐')) : letter);
        }
        return Reorder(kept.ToString());
    }

    static string Reorder(string text)
    {
        text = text.Replace("เเ", "แ", StringComparison.Ordinal).Replace("ํา", "ำ", StringComparison.Ordinal);
        var letters = text.ToCharArray();
        for (var at = 0; at + 1 < letters.Length; at++)
        {
            if (IsTone(letters[at]) && (AboveOrBelow.Contains(letters[at + 1]) || letters[at + 1] == 'ํ'))
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        }
        text = new string(letters);
        // Nikhahit, tone, aa is sara am with its tone: the tone goes back before the vowel.
        foreach (var tone in Tones) text = text.Replace($"ํ{tone}า", $"{tone}ำ", StringComparison.Ordinal);
        foreach (var tone in Tones) text = text.Replace($"ำ{tone}", $"{tone}ำ", StringComparison.Ordinal);
        return text;
    }

    /// ฤ has no sound of its own: ri after ก ต ท ป ศ ส, rue elsewhere, roe in ฤกษ์.
    public static string SpellOutRu(string word) => word
        .Replace("ฤกษ์", "เริก", StringComparison.Ordinal)
        .Replace("ฤๅ", "รือ", StringComparison.Ordinal).Replace("ฤา", "รือ", StringComparison.Ordinal)
        .Replace("ฦๅ", "ลือ", StringComparison.Ordinal).Replace("ฦ", "ลึ", StringComparison.Ordinal)
        .Replace("หฤ", "หะรึ", StringComparison.Ordinal)
        .Replace("กฤ", "กริ", StringComparison.Ordinal).Replace("ตฤ", "ตริ", StringComparison.Ordinal)
        .Replace("ทฤ", "ทริ", StringComparison.Ordinal).Replace("ปฤ", "ปริ", StringComparison.Ordinal)
        .Replace("ศฤ", "ศริ", StringComparison.Ordinal).Replace("สฤ", "สริ", StringComparison.Ordinal)
        .Replace("ฤ", "รึ", StringComparison.Ordinal);
}
