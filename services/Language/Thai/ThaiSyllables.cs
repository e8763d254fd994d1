using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Every syllable that may stand at a place in a word, by the letters alone.
internal static class ThaiSyllables
{
    const int Each = 10;

    static readonly PatternTable Patterns = new("Thai/patterns.tsv", '\u0E00');

    public static void AddSteps(Letters word, int at, Lattice lattice)
    {
        var lead = word[at] is >= 'เ' and <= 'ไ' ? word[at] : '\0';
        var onsets = new ThaiOnsets(stackalloc ThaiOnset[ThaiOnsets.Most]);
        onsets.At(word, lead == '\0' ? at : at + 1, lead != '\0');
        foreach (var onset in onsets.Found)
        {
            foreach (var pattern in Patterns.With(lead, '\0')) Written(word, onset, pattern, lattice);
            if (word[onset.End] == '\0') continue;
            foreach (var pattern in Patterns.With(lead, word[onset.End]))
                if (word.Has(pattern.Tail, onset.End)) Written(word, onset, pattern, lattice);
        }
    }

    static void Written(Letters word, ThaiOnset onset, SyllablePattern pattern, Lattice lattice)
    {
        var tail = onset.End + pattern.Tail.Length;
        // A tone inside the vowel's letters would make that letter a consonant of its own.
        if (word.ToneWithin(onset.End, tail) != '\0') return;
        if (pattern.HasFinal) Closed(word, tail, onset, pattern, lattice);
        else Open(word, tail, onset, pattern, lattice);
    }

    static void Closed(Letters word, int tail, ThaiOnset onset, SyllablePattern pattern, Lattice lattice)
    {
        var vowel = pattern.Vowel;
        var finals = new ThaiSilence(stackalloc Reached[ThaiSilence.Most]);
        var ends = new ThaiSilence(stackalloc Reached[ThaiSilence.Most]);
        finals.Finals(word, tail);
        foreach (var final in finals.Found)
        {
            if (ThaiWeights.Impossible(word, final.At, pattern)) continue;
            var spelled = vowel == Vowel.O && final.Letter == 'ร' ? Vowel.Cc : vowel;
            var closed = new Syllable(
                onset.First, onset.Second, spelled, final.Letter, word.Tone(onset.End - 1));
            var weight = Each + onset.Cost + pattern.Cost + final.Cost
                + ThaiWeights.Final(word, final.At, onset, pattern);
            ends.Ends(word, final.At + 1, vowel, afterFinal: true);
            foreach (var end in ends.Found)
            {
                var unlinked = end.At == final.At + 1 ? ThaiWeights.Unlinked(word, final.At, vowel) : 0;
                Add(lattice, end.At, weight + end.Cost + unlinked, onset, closed);
            }
            // มาตรา: the stop closes one syllable and opens the next as a cluster.
            if (ThaiWeights.OpensCluster(word, final.At)) Add(lattice, final.At, weight, onset, closed);
            if (ThaiWeights.Linked(word, final.At, vowel) is not { } link) continue;
            Add(lattice, final.At + 1, weight + Each + link, onset, closed,
                new Syllable(final.Letter, '\0', Vowel.A));
        }
    }

    static void Open(Letters word, int tail, ThaiOnset onset, SyllablePattern pattern, Lattice lattice)
    {
        var vowel = pattern.Vowel;
        var tone = word.Tone(onset.End - 1);
        var cost = Each + onset.Cost + pattern.Cost;
        var unwritten = vowel == Vowel.A && pattern is { Tail: "", Lead: '\0' };
        // A letter alone is called by its name: ก is ko, and so is บ่.
        var name = unwritten && word.Length == 1 && word[0] != 'ณ';
        if (unwritten && tone != '\0' && !name) return;
        if (unwritten) cost += ThaiWeights.UnwrittenA(word, onset);
        if (name) vowel = Vowel.Cc;
        var leads = unwritten && ThaiConsonants.Leads(onset.Last);
        var open = new Syllable(onset.First, onset.Second, vowel, pattern.Adds, tone, leads);
        var ends = new ThaiSilence(stackalloc Reached[ThaiSilence.Most]);
        ends.Ends(word, tail, vowel, afterFinal: pattern.Adds != '\0');
        foreach (var end in ends.Found)
            if (!unwritten || end.At == tail) Add(lattice, end.At, cost + end.Cost, onset, open);
    }

    static void Add(Lattice lattice, int end, int cost, ThaiOnset onset, Syllable read)
    {
        if (onset.Before == '\0') lattice.Add(end, cost, StepKind.Letters, read);
        else lattice.Add(end, cost, StepKind.Letters, Led(onset.Before), read);
    }

    static void Add(Lattice lattice, int end, int cost, ThaiOnset onset, Syllable read, Syllable again)
    {
        if (onset.Before == '\0') lattice.Add(end, cost, StepKind.Letters, read, again);
        else lattice.Add(end, cost, StepKind.Letters, Led(onset.Before), read, again);
    }

    static Syllable Led(char letter) => new(letter, '\0', Vowel.A, Led: ThaiConsonants.Leads(letter));
}
