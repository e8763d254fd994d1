using Referral.Language.Text;

namespace Referral.Language.Thai;

/// One way to take the consonants before a vowel. Before: a syllable with an unwritten a that comes first.
internal sealed record ThaiOnset(int End, string Letters, int Cost, Syllable? Before = null);

internal static class ThaiOnsets
{
    /// All ways to begin a syllable at this consonant; behind a leading vowel two consonants may be two
    /// syllables.
    public static IEnumerable<ThaiOnset> At(ThaiWord word, int at, bool behindLead)
    {
        if (!ThaiConsonants.Is(word[at])) yield break;
        yield return new ThaiOnset(at + 1, word[at].ToString(), 0);
        if (!ThaiConsonants.Is(word[at + 1]) || word.Tone(at) != '\0') yield break;
        foreach (var pair in Pairs(word, at, behindLead)) yield return pair;
        if (!behindLead) yield break;
        foreach (var split in Split(word, at)) yield return split;
    }

    static IEnumerable<ThaiOnset> Pairs(ThaiWord word, int at, bool behindLead)
    {
        char first = word[at], second = word[at + 1], next = word[at + 2];
        if (ThaiConsonants.IsTrueCluster(first, second))
            yield return new ThaiOnset(at + 2, $"{first}{second}", first is 'ด' or 'บ' or 'ฟ' ? 3 : 0);
        if (ThaiConsonants.HasSilentSecond(first, second) && (behindLead || !"ิุู".Contains(next)))
            yield return new ThaiOnset(at + 2, first.ToString(), 1);
        if (first == 'จ' && second == 'ร' && next == 'ิ' && word[at + 3] == 'ง')
            yield return new ThaiOnset(at + 2, "จ", 0);
        if (ThaiConsonants.IsLedByHo(first, second))
            yield return new ThaiOnset(at + 2, $"{first}{second}", 0);
        if (first == 'ท' && second == 'ร')
        {
            if (next is not 'ิ' and not 'ึ' and not 'ะ') yield return new ThaiOnset(at + 2, "ซ", 0);
            yield return new ThaiOnset(at + 2, "ทร", 4);
        }
    }

    static IEnumerable<ThaiOnset> Split(ThaiWord word, int at)
    {
        char first = word[at], second = word[at + 1];
        var before = new Syllable(first.ToString(), "a", Led: ThaiConsonants.Leads(first));
        var led = ThaiConsonants.IsHighOrMiddle(first) && ThaiConsonants.IsSonorant(second);
        var cost = led ? 14 : 22;
        // เฉลิม, เสนอ: the sign for oe stands round both, hardly ever round the first alone.
        if (led && (word[at + 2] == 'อ' || word[at + 2] == 'ิ' && ThaiConsonants.CanClose(word[at + 3])))
            cost -= 8;
        yield return new ThaiOnset(at + 2, second.ToString(), cost, before);
        if (!ThaiConsonants.Is(word[at + 2]) || word.Tone(at + 1) != '\0') yield break;
        foreach (var pair in Pairs(word, at + 1, true))
            yield return pair with { Cost = pair.Cost + 22, Before = before };
    }
}
