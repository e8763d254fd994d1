using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Every syllable that may stand at a place in a word, by the letters alone.
internal static class ThaiSyllables
{
    const int Each = 10;

    static readonly SyllablePattern[] Patterns =
        [.. Table.Rows("Thai/patterns.tsv").Select(SyllablePattern.Of)];

    public static IEnumerable<Step> Steps(ThaiWord word, int at)
    {
        var behindLead = "เแโใไ".Contains(word[at]);
        foreach (var onset in ThaiOnsets.At(word, behindLead ? at + 1 : at, behindLead))
        foreach (var pattern in Patterns)
        {
            if (pattern.Lead != (behindLead ? word[at].ToString() : "")) continue;
            if (!word.Has(pattern.Tail, onset.End)) continue;
            foreach (var step in Closed(word, at, onset, pattern)) yield return step;
        }
    }

    static IEnumerable<Step> Closed(ThaiWord word, int at, ThaiOnset onset, SyllablePattern pattern)
    {
        var tail = onset.End + pattern.Tail.Length;
        // A tone inside the vowel's letters would make that letter a consonant of its own.
        if (word.HasTone(onset.End, tail)) yield break;
        var vowel = pattern.Vowel;
        var tone = word.Tone(onset.End - 1);
        var cost = Each + onset.Cost + pattern.Cost;
        if (!pattern.HasFinal)
        {
            foreach (var step in Open(word, tail, onset, pattern)) yield return step;
            yield break;
        }
        foreach (var final in ThaiSilence.Finals(word, tail))
        {
            if (ThaiWeights.Impossible(word, final.At, pattern)) continue;
            var spelled = vowel == "o" && final.Letter == 'ร' ? "cc" : vowel;
            var closed = new Syllable(onset.Letters, spelled, final.Letter, tone);
            var weight = cost + final.Cost + ThaiWeights.Final(word, final.At, vowel, onset, pattern);
            foreach (var end in ThaiSilence.Ends(word, final.At + 1, vowel, afterFinal: true))
            {
                var unlinked = end.At == final.At + 1 ? ThaiWeights.Unlinked(word, final.At, vowel) : 0;
                yield return Made(end.At, weight + end.Cost + unlinked, onset, closed);
            }
            // มาตรา: the stop closes one syllable and opens the next as a cluster.
            if (ThaiWeights.OpensCluster(word, final.At)) yield return Made(final.At, weight, onset, closed);
            if (ThaiWeights.Linked(word, final.At, vowel) is not { } link) continue;
            var again = new Syllable(final.Letter.ToString(), "a");
            yield return Made(final.At + 1, weight + Each + link, onset, closed, again);
        }
    }

    static IEnumerable<Step> Open(ThaiWord word, int tail, ThaiOnset onset, SyllablePattern pattern)
    {
        var vowel = pattern.Vowel;
        var tone = word.Tone(onset.End - 1);
        var cost = Each + onset.Cost + pattern.Cost;
        var unwritten = vowel == "a" && pattern is { Tail: "", Lead: "" };
        if (unwritten && tone != '\0') yield break;
        if (unwritten) cost += ThaiWeights.UnwrittenA(word, onset);
        // A letter alone is called by its name: ก is ko.
        if (word.Length == 1 && word[0] != 'ณ') vowel = "cc";
        var leads = unwritten && ThaiConsonants.Leads(onset.Letters[^1]);
        var open = new Syllable(onset.Letters, vowel, pattern.Adds, tone, leads);
        foreach (var end in ThaiSilence.Ends(word, tail, vowel, afterFinal: pattern.Adds != '\0'))
            if (!unwritten || end.At == tail) yield return Made(end.At, cost + end.Cost, onset, open);
    }

    static Step Made(int end, int cost, ThaiOnset onset, params Syllable[] read)
    {
        if (onset.Before is null) return new Step(end, cost, read);
        return new Step(end, cost, [onset.Before, .. read]);
    }
}
