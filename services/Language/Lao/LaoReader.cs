using Referral.Language.Text;

namespace Referral.Language.Lao;

/// Reads a Lao word into syllables. Lao spelling shows its sounds, so the letters alone decide.
internal static class LaoReader
{
    const int Each = 10;

    static readonly PatternTable Patterns = new("Lao/patterns.tsv", '\u0E80');

    /// Null when something in the word is not Lao or cannot be read.
    public static IReadOnlyList<Syllable>? Read(string word) => Cheapest(LaoText.Read(word))?.Syllables;

    /// The same reading, with where each syllable ends.
    public static Reading? Cheapest(Letters word) =>
        word.Length == 0 ? null : Fill(word).Cheapest(word.Length);

    /// The likeliest readings, cheapest first, up to the count; none where the word cannot be read.
    public static IReadOnlyList<Reading> Readings(string word, int count)
    {
        var letters = LaoText.Read(word);
        return letters.Length == 0 ? [] : Fill(letters).Ways(letters.Length, count);
    }

    static Lattice Fill(Letters word)
    {
        var lattice = Lattice.Own;
        lattice.Begin(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            if (!lattice.Goes(at)) continue;
            var lead = word[at] is >= 'ເ' and <= 'ໄ' ? word[at] : '\0';
            var onset = lead == '\0' ? at : at + 1;
            if (!LaoConsonants.CanOpen(word[onset])) continue;
            Onset(word, lead, onset, '\0', lattice);
            char first = word[onset], second = word[onset + 1];
            if (LaoConsonants.IsLed(first, second) || LaoConsonants.IsCluster(first, second))
                Onset(word, lead, onset, second, lattice);
        }
        return lattice;
    }

    static void Onset(Letters word, char lead, int at, char second, Lattice lattice)
    {
        var end = second == '\0' ? at + 1 : at + 2;
        foreach (var pattern in Patterns.With(lead, '\0')) Written(word, at, end, pattern, lattice);
        if (word[end] == '\0') return;
        foreach (var pattern in Patterns.With(lead, word[end]))
            if (word.Has(pattern.Tail, end)) Written(word, at, end, pattern, lattice);
    }

    static void Written(Letters word, int at, int onsetEnd, SyllablePattern pattern, Lattice lattice)
    {
        var (first, second) = (word[at], onsetEnd - at == 2 ? word[at + 1] : '\0');
        var end = onsetEnd + pattern.Tail.Length;
        var tone = word.ToneWithin(at, end);
        // A tone typed late, over ວ, ອ or the final, is common; it costs, so that tidy spelling is read
        // first.
        var cost = Each + pattern.Cost + (second == '\0' || LaoConsonants.IsLed(first, second) ? 0 : 1)
            + (tone != '\0' && word.Tone(onsetEnd - 1) == '\0' ? 3 : 0);
        // ເ-ຍ is ia, not e and a final.
        if (pattern is { Lead: 'ເ', HasFinal: true, Tail: "" or "ັ" } && word[end] == 'ຍ') cost += 5;
        if (!pattern.HasFinal)
        {
            lattice.Add(Silent(word, end), cost, StepKind.Letters,
                new Syllable(first, second, pattern.Vowel, '\0', tone));
            return;
        }
        if (!Closes(word, end) || word[end] == 'ວ' && pattern.Tail is "ົ" or "ັ") return;
        lattice.Add(Silent(word, end + 1), cost, StepKind.Letters,
            new Syllable(first, second, pattern.Vowel, word[end], tone));
    }

    static bool Closes(Letters word, int at) =>
        LaoConsonants.CanClose(word[at]) && word[at + 1] != '໌'
        && !(at + 1 < word.Length && word.Tone(at) != '\0');

    static int Silent(Letters word, int end) =>
        LaoConsonants.Is(word[end]) && word[end + 1] == '໌' ? end + 2 : end;
}
