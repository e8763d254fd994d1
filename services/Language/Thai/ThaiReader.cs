using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Reads a Thai word into syllables: every way the letters may be grouped is a path, the cheapest one is
/// read.
internal static class ThaiReader
{
    /// Null when something in the word is not Thai or cannot be read.
    public static IReadOnlyList<Syllable>? Read(string word) => Cheapest(word)?.Syllables;

    /// The same reading in its steps: a syllable or two, or a stem of the list.
    public static Reading? Cheapest(string word) => Cheapest(ThaiText.Read(word));

    public static Reading? Cheapest(Letters word) =>
        word.Length == 0 ? null : Fill(word).Cheapest(word.Length);

    /// The likeliest readings, cheapest first, up to the count; none where the word cannot be read.
    public static IReadOnlyList<Reading> Readings(string word, int count)
    {
        var letters = ThaiText.Read(word);
        return letters.Length == 0 ? [] : Fill(letters).Ways(letters.Length, count);
    }

    static Lattice Fill(Letters word)
    {
        var lattice = Lattice.Own;
        lattice.Begin(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            if (!lattice.Goes(at)) continue;
            ThaiLexicon.AddSteps(word, at, lattice);
            ThaiSyllables.AddSteps(word, at, lattice);
        }
        return lattice;
    }
}
