using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Lao;

/// Lao written in Thai letters so that a Thai reader hears it. A reading aid, never the Thai name.
internal static class LaoInThai
{
    public const string Scheme = "LAO-THAI-RESPELLING";

    /// With the Thai spelling of shared stems where, read back, it gives the same Lao; else by sound alone.
    public static string? Of(string word)
    {
        var letters = LaoWord.Of(LaoText.Normalise(word));
        if (LaoReader.Steps(letters) is not { } steps) return null;
        var spelled = WithStems(letters, steps);
        return LaoCognates.SoundsAs(spelled, letters)
            ? spelled
            : string.Concat(steps.SelectMany(step => step.Syllables).Select(One));
    }

    static string WithStems(LaoWord letters, List<Step> steps)
    {
        var text = new StringBuilder();
        for (int at = 0, start = 0; at < steps.Count; start = steps[at++].End)
        {
            // The longest shared stem that begins here, else the syllable by its sound.
            var last = steps.FindLastIndex(step => Stem(letters, start, step.End) is not null);
            if (last < at)
            {
                text.Append(One(steps[at].Syllables[0]));
                continue;
            }
            text.Append(Stem(letters, start, steps[last].End));
            at = last;
        }
        return text.ToString();
    }

    static string? Stem(LaoWord word, int start, int end)
    {
        if (end <= start || word.Tones[start..end].Any(tone => tone != '\0')) return null;
        return LaoCognates.Of(word.Letters[start..end], goesOn: end < word.Length);
    }

    static string One(Syllable syllable)
    {
        var onset = string.Concat(syllable.Onset.Select(LaoReader.ThaiInitial));
        // ຢ has no letter of its own in Thai: ย stands for it.
        var final = syllable.Final == '\0' ? "" : LaoReader.ThaiFinal(syllable.Final);
        return Respelling.Write(syllable, onset, final, openColumn: 5, TonesInThai);
    }

    static char TonesInThai(char tone) => (char)(tone - '່' + '่');
}
