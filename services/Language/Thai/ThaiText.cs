using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Thai as typed made into Thai as read: one order of marks, no invisible signs, ฤ spelled out.
internal static class ThaiText
{
    const string Tones = "่้๊๋";
    const string AboveOrBelow = "ัิีึืุู";

    public static bool IsTone(char letter) => letter is >= '่' and <= '๋';

    /// A word as its letters and tones; one that is typed plainly is taken as it is.
    public static Letters Read(string text) => new(SpellOutRu(Normalise(text)), IsTone, PassesToneOn);

    static bool PassesToneOn(char letter) => letter is 'ั' or (>= 'ิ' and <= 'ู') or '็';

    public static string Normalise(string text)
    {
        if (IsTidy(text)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or 'ฺ' or '๎' or 'ฯ') continue;
            // ๆ says the word before it once more.
            if (letter == 'ๆ')
            {
                kept.Append(kept.ToString());
                continue;
            }
            var last = kept.Length == 0 ? '\0' : kept[^1];
            // The same mark typed twice shows as one.
            if (last == letter && (IsTone(letter) || AboveOrBelow.Contains(letter))) continue;
            if (letter == 'เ' && last == 'เ') kept[^1] = 'แ';
            else if (IsTone(last) && (AboveOrBelow.Contains(letter) || letter == 'ํ'))
                kept.Insert(kept.Length - 1, letter);
            else kept.Append(letter is >= '๐' and <= '๙' ? (char)('0' + (letter - '๐')) : letter);
        }
        var tidy = kept.ToString();
        return tidy.Contains('ํ') || tidy.Contains('ำ') ? ComposeAm(tidy) : tidy;
    }

    // Most words are typed plainly, and then nothing is built again.
    static bool IsTidy(string text)
    {
        var last = '\0';
        foreach (var letter in text)
        {
            if (letter is < 'ก' or > 'ฮ' and (< 'ะ' or > 'ู' and < 'เ') or 'ๅ' or 'ๆ' or > '์') return false;
            if (last == 'เ' && letter == 'เ' || last == letter && AboveOrBelow.Contains(letter)) return false;
            if (IsTone(last) && (IsTone(letter) || AboveOrBelow.Contains(letter))) return false;
            if (last == 'ำ' && IsTone(letter)) return false;
            last = letter;
        }
        return true;
    }

    // Nikhahit and aa are sara am, with a tone between or behind them too.
    static string ComposeAm(string text)
    {
        text = text.Replace("ํา", "ำ", StringComparison.Ordinal);
        foreach (var tone in Tones)
            text = text.Replace($"ํ{tone}า", $"{tone}ำ", StringComparison.Ordinal)
                .Replace($"ำ{tone}", $"{tone}ำ", StringComparison.Ordinal);
        return text;
    }

    /// ฤ has no sound of its own: ri after ก ต ท ป ศ ส, rue elsewhere, roe in ฤกษ์ where it is a word.
    public static string SpellOutRu(string word)
    {
        if (!word.Contains('ฤ') && !word.Contains('ฦ')) return word;
        var spelled = new StringBuilder(word.Length + 4);
        for (var at = 0; at < word.Length; at++)
        {
            var (before, next) = (at > 0 ? word[at - 1] : '\0', at + 1 < word.Length ? word[at + 1] : '\0');
            if (word[at] is not ('ฤ' or 'ฦ'))
            {
                spelled.Append(word[at]);
                continue;
            }
            var letter = word[at] == 'ฤ' ? 'ร' : 'ล';
            if (next is 'ๅ' or 'า')
            {
                spelled.Append(letter).Append("ือ");
                at++;
            }
            else if (word[at] == 'ฦ') spelled.Append("ลึ");
            else if (IsRoek(word, at)) spelled.Append("เริก");
            else if (before == 'ห') spelled.Append("ะรึ");
            else spelled.Append("กตทปศส".Contains(before) && before != '\0' ? "ริ" : "รึ");
            if (IsRoek(word, at)) at++;
        }
        return spelled.ToString();
    }

    // ฤกษ์, but not พฤกษ์ or อังกฤษ.
    static bool IsRoek(string word, int at) =>
        at + 3 < word.Length && word[at + 1] == 'ก' && word[at + 2] == 'ษ' && word[at + 3] == '์'
        && (at == 0 || !"พกต".Contains(word[at - 1]));
}
