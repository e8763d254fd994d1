using Referral.Language.Text;

namespace Referral.Language.Thai;

/// One way to take the consonants before a vowel. Before: a consonant with an unwritten a that comes first,
/// or '\0'.
internal readonly record struct ThaiOnset(
    int End, char First, char Second, int Cost, char Before = '\0')
{
    public bool IsPair => Second != '\0';

    /// The last letter written, which may be read or not.
    public char Last => Second == '\0' ? First : Second;
}

/// The ways to begin a syllable at a consonant.
internal ref struct ThaiOnsets(Span<ThaiOnset> room)
{
    /// Onsets there can be at one place: two alone, and the pairs behind an unwritten a.
    public const int Most = 12;

    readonly Span<ThaiOnset> _room = room;
    int _count;

    public readonly ReadOnlySpan<ThaiOnset> Found => _room[.._count];

    /// Behind a leading vowel two consonants may also be two syllables (เสนอ).
    public void At(Letters word, int at, bool behindLead)
    {
        _count = 0;
        if (!ThaiConsonants.Is(word[at])) return;
        Add(new ThaiOnset(at + 1, word[at], '\0', 0));
        if (!ThaiConsonants.Is(word[at + 1]) || word.Tone(at) != '\0') return;
        Pairs(word, at, behindLead, 0, '\0');
        if (behindLead) Split(word, at);
    }

    void Pairs(Letters word, int at, bool behindLead, int cost, char before)
    {
        char first = word[at], second = word[at + 1], next = word[at + 2];
        if (ThaiConsonants.IsTrueCluster(first, second))
            Add(new ThaiOnset(at + 2, first, second, cost + (first is 'ด' or 'บ' or 'ฟ' ? 3 : 0), before));
        if (ThaiConsonants.HasSilentSecond(first, second) && (behindLead || next is not ('ิ' or 'ุ' or 'ู')))
            Add(new ThaiOnset(at + 2, first, '\0', cost + 1, before));
        if (first == 'จ' && second == 'ร' && next == 'ิ' && word[at + 3] == 'ง')
            Add(new ThaiOnset(at + 2, 'จ', '\0', cost, before));
        if (ThaiConsonants.IsLedByHo(first, second)) Add(new ThaiOnset(at + 2, first, second, cost, before));
        if (first == 'ท' && second == 'ร')
        {
            if (next is not ('ิ' or 'ึ' or 'ะ')) Add(new ThaiOnset(at + 2, 'ซ', '\0', cost, before));
            Add(new ThaiOnset(at + 2, 'ท', 'ร', cost + 4, before));
        }
    }

    void Split(Letters word, int at)
    {
        char first = word[at], second = word[at + 1];
        var led = ThaiConsonants.IsHighOrMiddle(first) && ThaiConsonants.IsSonorant(second);
        var cost = led ? 14 : 22;
        // เฉลิม, เสนอ: the sign for oe stands round both, hardly ever round the first alone.
        if (led && (word[at + 2] == 'อ' || word[at + 2] == 'ิ' && ThaiConsonants.CanClose(word[at + 3])))
            cost -= 8;
        Add(new ThaiOnset(at + 2, second, '\0', cost, first));
        if (ThaiConsonants.Is(word[at + 2])
            && word.Tone(at + 1) == '\0') Pairs(word, at + 1, true, 22, first);
    }

    void Add(ThaiOnset onset) => _room[_count++] = onset;
}
