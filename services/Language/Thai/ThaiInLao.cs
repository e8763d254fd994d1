using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Thai written as modern Lao spells: by sound, silent letters dropped. A reading aid, never the Lao name.
internal static class ThaiInLao
{
    public const string Scheme = "THAI-LAO-RESPELLING";

    public static string? Of(string word)
    {
        if (ThaiReader.Read(word) is not { } syllables) return null;
        var text = new StringBuilder();
        for (var at = 0; at < syllables.Count; at++)
        {
            var before = at > 0 ? syllables[at - 1] : null;
            var next = at + 1 < syllables.Count ? syllables[at + 1] : null;
            text.Append(One(syllables[at], before, next));
        }
        return text.ToString();
    }

    static string One(Syllable syllable, Syllable? before, Syllable? next)
    {
        var onset = Onset(syllable.Onset, before);
        var final = syllable.Final;
        // ราชบุรี: behind a long vowel the letter heard twice is written once.
        if (next is { Vowel: "a", Final: '\0' } && syllable.Vowel == "aa" && final == next.Onset[0])
            final = '\0';
        var vowel = syllable.Vowel;
        if (vowel == "a" && final is 'ย') (vowel, final) = ("ai", '\0');
        if (vowel == "a" && final is 'ม') (vowel, final) = ("am", '\0');
        var closing = final == '\0' ? "" : ThaiConsonants.Of(final).LaoFinal;
        return Respelling.Write(
            syllable with { Vowel = vowel }, onset, closing, openColumn: 3, tone => (char)(tone - '่' + '່'));
    }

    static string Onset(string letters, Syllable? before)
    {
        if (letters.Length == 2 && letters[0] == 'ห') return Led(letters[1]);
        // ร and ล behind another consonant are not heard in Lao; ว is.
        if (letters.Length == 2 && letters[1] != 'ว') letters = letters[..1];
        if (letters.Length == 1 && before is { Led: true } && ThaiConsonants.IsSonorant(letters[0]))
            return Led(letters[0]);
        return string.Concat(letters.Select(letter => ThaiConsonants.Of(letter).LaoInitial));
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
