namespace Referral.Language;

/// Scripts by their ISO 15924 code: Thai, Laoo, Hans, Latn, and Zyyy where no letter tells.
public static class Scripts
{
    const string Unknown = "Zyyy";

    // In this order a tie is decided.
    static readonly string[] Codes = ["Thai", "Laoo", "Hans", "Latn"];

    /// The script most letters of the text are written in.
    public static string Of(string text)
    {
        Span<int> counts = stackalloc int[Codes.Length];
        foreach (var rune in text.EnumerateRunes())
            if (PlaceOf(rune.Value) is var place and >= 0) counts[place]++;
        var most = 0;
        for (var place = 1; place < counts.Length; place++)
            if (counts[place] > counts[most]) most = place;
        return counts[most] == 0 ? Unknown : Codes[most];
    }

    /// The script of one letter, Zyyy where it tells none.
    internal static string OfLetter(int code) => PlaceOf(code) is var place and >= 0 ? Codes[place] : Unknown;

    static int PlaceOf(int code) => code switch
    {
        >= 0x0E01 and <= 0x0E5B => 0,
        >= 0x0E81 and <= 0x0EDF => 1,
        >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF => 2,
        >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= 0xC0 and <= 0x24F or >= 0x1E00 and <= 0x1EFF => 3,
        _ => -1,
    };

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
