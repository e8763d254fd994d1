using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Thai written as modern Lao spells: by sound, silent letters dropped. A reading aid, never the Lao name.
internal static class ThaiInLao
{
    public const string Scheme = "THAI-LAO-RESPELLING";

    public static string? Of(string word) => ThaiReader.Read(word) is { } syllables ? Of(syllables) : null;

    public static string Of(IReadOnlyList<Syllable> syllables)
    {
        var text = new StringBuilder();
        for (var at = 0; at < syllables.Count; at++)
        {
            var led = at > 0 && syllables[at - 1].Led;
            text.Append(One(syllables[at], led, at + 1 < syllables.Count ? syllables[at + 1] : default));
        }
        return text.ToString();
    }

    static string One(Syllable syllable, bool led, Syllable next)
    {
        var onset = Onset(syllable, led);
        var final = syllable.Final;
        // ราชบุรี: behind a long vowel the letter heard twice is written once.
        if (next is { First: not '\0', Vowel: Vowel.A, Final: '\0' }
            && syllable.Vowel == Vowel.Aa && final != '\0'
            && ThaiConsonants.Of(final).LaoFinal == ThaiConsonants.Of(next.First).LaoFinal
            && ThaiConsonants.Of(next.First).LaoInitial == "ຊ")
            final = '\0';
        var vowel = syllable.Vowel;
        if (vowel == Vowel.A && final is 'ย') (vowel, final) = (Vowel.Ai, '\0');
        if (vowel == Vowel.A && final is 'ม') (vowel, final) = (Vowel.Am, '\0');
        var closing = final == '\0' ? "" : ThaiConsonants.Of(final).LaoFinal;
        return Respelling.Write(
            syllable with { Vowel = vowel }, onset, closing, openColumn: 3, tone => (char)(tone - '่' + '່'));
    }

    static string Onset(Syllable syllable, bool led)
    {
        if (syllable.IsLedBy('ห')) return Led(syllable.Second);
        if (led && syllable.Second == '\0' && ThaiConsonants.IsSonorant(syllable.First))
            return Led(syllable.First);
        var first = ThaiConsonants.Of(syllable.First).LaoInitial;
        // ร and ล behind another consonant are not heard in Lao; ว is.
        return syllable.Second == 'ว' ? first + ThaiConsonants.Of('ว').LaoInitial : first;
    }

    static string Led(char sonorant) => sonorant switch
    {
        'น' or 'ณ' => "ໜ",
        'ม' => "ໝ",
        'ร' or 'ล' or 'ฬ' => "ຫຼ",
        'ญ' or 'ย' => "ຫຍ",
        _ => "ຫ" + ThaiConsonants.Of(sonorant).LaoInitial,
    };
}
