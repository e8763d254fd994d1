namespace Referral.Language;

/// Scripts by their ISO 15924 code: Thai, Laoo, Hans, Latn, and Zyyy where no letter tells.
public static class Scripts
{
    /// The script most letters of the text are written in.
    public static string Of(string text)
    {
        int thai = 0, lao = 0, han = 0, latin = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var code = rune.Value;
            if (code is >= 0x0E01 and <= 0x0E5B) thai++;
            else if (code is >= 0x0E81 and <= 0x0EDF) lao++;
            else if (code is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF
                or >= 0x20000 and <= 0x3FFFF) han++;
            else if (code is >= 'A' and <= 'Z' or >= 'a' and <= 'z'
                or >= 0xC0 and <= 0x24F or >= 0x1E00 and <= 0x1EFF)
                latin++;
        }
        var most = Math.Max(Math.Max(thai, lao), Math.Max(han, latin));
        if (most == 0) return "Zyyy";
        return most == thai ? "Thai" : most == lao ? "Laoo" : most == han ? "Hans" : "Latn";
    }

    /// The script a reader of lo, th, zh, vi or en reads. Refuses: any other language
    /// (ArgumentOutOfRangeException).
    public static string ForLanguage(string language) => language switch
    {
        "th" => "Thai",
        "lo" => "Laoo",
        "zh" => "Hans",
        "vi" or "en" => "Latn",
        _ => throw new ArgumentOutOfRangeException(nameof(language), "Known languages: lo, th, zh, vi, en."),
    };
}
