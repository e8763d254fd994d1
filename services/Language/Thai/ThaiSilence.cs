using Referral.Language.Text;

namespace Referral.Language.Thai;

/// A place in a word and what it costs to get there.
internal readonly record struct Reached(int At, int Cost, char Letter = '\0');

/// Letters that are written and not read.
internal ref struct ThaiSilence(Span<Reached> room)
{
    /// Places a syllable may end at, or finals it may have.
    public const int Most = 8;

    const char Karan = '์';

    static readonly HashSet<(char, char)> Chains =
        ThaiConsonants.Pairs("ทร ตร ดร ฎร ธร กร คร ทน ษณ ตน ทธ ชร พร ถร ตย สถ ษฐ");

    static readonly HashSet<(char, char)> Doubled =
        ThaiConsonants.Pairs("ทธ ตต ฏฐ ชช ทท ฒฒ ตถ ศว รถ");

    readonly Span<Reached> _room = room;
    int _count;

    public readonly ReadOnlySpan<Reached> Found => _room[.._count];

    /// The finals that may close a syllable here; a silenced letter may stand before one (การ์ด).
    public void Finals(Letters word, int at)
    {
        _count = 0;
        if (Closes(word, at)) Add(new Reached(at, 0, word[at]));
        if (ThaiConsonants.Is(word[at]) && word[at + 1] == Karan && Closes(word, at + 2))
            Add(new Reached(at + 2, 4, word[at + 2]));
    }

    static bool Closes(Letters word, int at) =>
        ThaiConsonants.CanClose(word[at]) && word.Tone(at) == '\0' && word[at + 1] != Karan
        && !(word[at + 1] is 'ิ' or 'ุ' && word[at + 2] == Karan);

    /// Where a syllable may end once its sounds are read: here, or behind silent letters.
    public void Ends(Letters word, int at, Vowel vowel, bool afterFinal)
    {
        _count = 0;
        Add(new Reached(at, 0));
        if (afterFinal) Unmarked(word, at - 1, vowel);
        for (var count = 1; count <= 3; count++)
        {
            if (!ThaiConsonants.Is(word[at + count - 1])) return;
            var mark = at + count;
            if (word[mark] is 'ิ' or 'ุ') mark++;
            if (word[mark] == Karan && (afterFinal || count == 1))
                Add(new Reached(mark + 1, Chain(word, at, count)));
        }
    }

    // จันทร์ silences two letters; elsewhere two or three before the mark are more likely a syllable.
    static int Chain(Letters word, int at, int count) =>
        count == 1 ? 0 : count == 2 && Chains.Contains((word[at], word[at + 1])) ? 1 : 26;

    /// Silent by custom, without a mark: ร behind a stop, ิ or ุ at the end, the second of a doubled final.
    void Unmarked(Letters word, int final, Vowel vowel)
    {
        var after = final + 1;
        var last = word.Length - 1;
        if (word[after] == 'ร' && SilencesRo(word[final], vowel))
            Add(new Reached(after + 1, after == last ? 2 : 7));
        if (word[after] is 'ิ' or 'ุ' && SilencesVowel(word[final], vowel))
            Add(new Reached(after + 1, after == last ? 3 : 9));
        if (after < word.Length && Doubled.Contains((word[final], word[after])))
            Add(new Reached(after + 1, after == last ? 2 : 9));
    }

    // จักร, สมัคร, บุตร, สมุทร, เพชร; but not สิริกร, where the two letters are a syllable.
    static bool SilencesRo(char final, Vowel vowel) => final switch
    {
        'ก' or 'ค' => vowel == Vowel.A,
        'ต' => vowel != Vowel.O,
        'ท' => vowel is Vowel.A or Vowel.I or Vowel.U,
        'ช' => vowel == Vowel.Ee,
        _ => false,
    };

    // ชาติ, เหตุ, โชติ, สมบัติ; ภูมิ, but not นามิ.
    static bool SilencesVowel(char final, Vowel vowel) => final switch
    {
        'ต' or 'ด' => vowel is Vowel.A or Vowel.Aa or Vowel.Ee or Vowel.Oo,
        'ม' => vowel == Vowel.Uu,
        _ => false,
    };

    void Add(Reached reached) => _room[_count++] = reached;
}
