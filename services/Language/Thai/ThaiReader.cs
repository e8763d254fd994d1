using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Reads a Thai word into syllables: every way the letters may be grouped is a path, the cheapest one is
/// read.
internal static class ThaiReader
{
    /// Null when something in the word is not Thai or cannot be read.
    public static IReadOnlyList<Syllable>? Read(string word) =>
        Steps(word)?.SelectMany(step => step.Syllables).ToList();

    /// The same reading in its steps: a syllable or two, or a stem of the list.
    public static List<Step>? Steps(string word)
    {
        var letters = new ThaiWord(ThaiText.SpellOutRu(ThaiText.Normalise(word)));
        return letters.Length == 0 ? null : Lattice.Cheapest(letters.Length, at => Steps(letters, at));
    }

    static IEnumerable<Step> Steps(ThaiWord word, int at) =>
        ThaiLexicon.Steps(word, at).Concat(ThaiSyllables.Steps(word, at));
}
