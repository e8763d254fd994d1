using System.Globalization;
using System.Text;

namespace Referral.Language.Transcription;

/// Whether a text is letters of one script that may be a name: no mark-up, no pictures, no second script.
internal static class LettersCheck
{
    const string Between = " -'’.,()·•（），、/\u00A0";

    /// Empty when the text may be read; else why not. Figures may stand in places only.
    public static string Reason(string text, string script, NameKind kind)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) return Reasons.NotLetters;
            at += rune.Utf16SequenceLength;
            if (rune.IsBmp && Between.Contains((char)rune.Value) || IsInvisible(rune.Value)) continue;
            if (Rune.IsDigit(rune) || IsNumber(rune.Value))
            {
                if (kind is NameKind.Place or NameKind.Word) continue;
                return Reasons.NotLetters;
            }
            if (!IsLetterOrMark(rune)) return Reasons.NotLetters;
            if (!Belongs(rune, script)) return Reasons.MixedScripts;
        }
        return Reasons.Made;
    }

    static bool IsInvisible(int code) => code is 0x200B or 0x200C or 0x200D or 0xFEFF;

    static bool IsNumber(int code) => code is >= '๐' and <= '๙' or >= '໐' and <= '໙';

    static bool IsLetterOrMark(Rune rune) => rune.Value is 'ฯ' or 'ຯ' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static bool Belongs(Rune rune, string script)
    {
        if (rune.Value is >= 0x300 and <= 0x36F) return script == "Latn";
        var own = Scripts.OfLetter(rune.Value);
        return own == script || own == "Zyyy" && rune.Value is >= 0x0E00 and <= 0x0EFF;
    }
}
