using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Stems whose reading the letters do not show, respelled syllable by syllable in readings.tsv.
internal static class ThaiLexicon
{
    sealed record Entry(ThaiWord Spelling, Syllable[] Reading, bool MustGoOn, bool MustEnd);

    static readonly Lazy<ILookup<char, Entry>> Entries = new(() =>
        Table.Rows("Thai/readings.tsv").Select(Read).ToLookup(entry => entry.Spelling[0]));

    public static IEnumerable<Step> Steps(ThaiWord word, int at)
    {
        foreach (var entry in Entries.Value[word[at]])
        {
            if (!word.HasWithTones(entry.Spelling, at)) continue;
            var end = at + entry.Spelling.Length;
            if (entry.MustGoOn && end == word.Length || entry.MustEnd && end < word.Length) continue;
            // The mark that silences a letter, or a vowel on it, makes the stem another one.
            if (end < word.Length && !ThaiConsonants.Is(word[end]) && !"เแโใไ".Contains(word[end])) continue;
            var cost = entry.MustGoOn ? 4 : 3 + 2 * entry.Reading.Length;
            yield return new Step(end, cost, entry.Reading, Listed: !entry.MustGoOn);
        }
    }

    static Entry Read(string[] row)
    {
        var spelling = new ThaiWord(ThaiText.SpellOutRu(ThaiText.Normalise(row[0].Trim('-', '$'))));
        var reading = row[1].Split(' ').SelectMany(part => One(row[0], part)).ToArray();
        return new Entry(spelling, reading, row[0].EndsWith('-'), row[0].EndsWith('$'));
    }

    static IEnumerable<Syllable> One(string stem, string part)
    {
        var word = new ThaiWord(ThaiText.SpellOutRu(ThaiText.Normalise(part)));
        return Lattice.Cheapest(word.Length, at => ThaiSyllables.Steps(word, at))?
            .SelectMany(step => step.Syllables)
            ?? throw new InvalidOperationException($"readings.tsv: {stem} has an unreadable syllable.");
    }
}
