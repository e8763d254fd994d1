namespace Referral.Language.Thai;

/// The five tones of Thai, as another language's tones are written in its script.
internal enum SpokenTone { Mid, Rising, Low, Falling, High }

/// A foreign syllable in Thai letters: which consonant letter and which mark give a tone. Source: tone
/// rules of Thai spelling, as the Royal Institute's tables for Chinese (2549) and Vietnamese (2555) use
/// them.
internal static class ThaiToneMarks
{
    const string Paired = "คชซทพฟฮ";
    const string High = "ขฉสถผฝห";
    const string Above = "ัิีึืุู็";

    /// Consonant: the letter without tone. Medial: what stands between it and the vowel (ว, ฺว, ฺย), or
    /// nothing. Pattern: the vowel round its consonant, "เ-ียน".
    public static string Write(char consonant, string medial, string pattern, SpokenTone tone)
    {
        var (onset, mark) = Onset(consonant, medial, tone);
        var slot = pattern.IndexOf('-', StringComparison.Ordinal);
        var tail = pattern[(slot + 1)..];
        var signs = 0;
        while (signs < tail.Length && Above.Contains(tail[signs])) signs++;
        return pattern[..slot] + onset + tail[..signs] + mark + tail[signs..];
    }

    static (string Onset, string Mark) Onset(char consonant, string medial, SpokenTone tone)
    {
        if (tone == SpokenTone.Mid) return (consonant + medial, "");
        if (ThaiConsonants.IsSonorant(consonant))
            return tone is SpokenTone.Rising or SpokenTone.Low
                ? (Led(consonant, medial), tone == SpokenTone.Low ? "่" : "")
                : (consonant + medial, tone == SpokenTone.Falling ? "่" : "้");
        var pair = Paired.IndexOf(consonant, StringComparison.Ordinal);
        if (pair < 0) return (consonant + medial, OnMiddle(tone));
        return tone is SpokenTone.Rising or SpokenTone.Low
            ? (High[pair] + medial, tone == SpokenTone.Low ? "่" : "")
            : (consonant + medial, tone == SpokenTone.Falling ? "่" : "้");
    }

    // นฺหวี่, งหว่าย: ห leads the ว where one stands between.
    static string Led(char consonant, string medial) => medial.EndsWith('ว')
        ? consonant + medial[..^1] + "หว" : $"ห{consonant}{medial}";

    static string OnMiddle(SpokenTone tone) => tone switch
    {
        SpokenTone.Rising => "๋", SpokenTone.Low => "่", SpokenTone.Falling => "้", _ => "๊",
    };
}
