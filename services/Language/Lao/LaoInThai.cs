using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Lao;

/// Lao written in Thai letters so that a Thai reader hears it. A reading aid, never the Thai name.
internal static class LaoInThai
{
    public const string Scheme = "LAO-THAI-RESPELLING";

    /// With the Thai spelling of stems that both languages share, else by sound alone.
    public static string? Of(string word)
    {
        var letters = LaoText.Read(word);
        if (LaoReader.Cheapest(letters) is not { } reading) return null;
        return WithStems(letters, reading.Steps);
    }

    static string WithStems(Letters letters, List<ReadStep> steps)
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

    static string? Stem(Letters word, int start, int end)
    {
        if (end <= start || word.ToneWithin(start, end) != '\0') return null;
        return LaoCognates.Of(word.Part(start, end), goesOn: end < word.Length);
    }

    static string One(Syllable syllable)
    {
        var onset = LaoConsonants.Of(syllable.First).ThaiInitial
            + (syllable.Second == '\0' ? "" : LaoConsonants.Of(syllable.Second).ThaiInitial);
        // ຢ has no letter of its own in Thai: ย stands for it.
        var final = syllable.Final == '\0' ? "" : LaoConsonants.Of(syllable.Final).ThaiFinal;
        return Respelling.Write(syllable, onset, final, openColumn: 5, TonesInThai);
    }

    static char TonesInThai(char tone) => (char)(tone - '່' + '่');
}
