namespace Referral.Language.Thai;

/// A place in a word and what it costs to get there.
internal readonly record struct Reached(int At, int Cost, char Letter = '\0');

/// Letters that are written and not read.
internal static class ThaiSilence
{
    const char Karan = '์';

    /// The finals that may close a syllable here; a silenced letter may stand before one (การ์ด).
    public static IEnumerable<Reached> Finals(ThaiWord word, int at)
    {
        if (Closes(word, at)) yield return new Reached(at, 0, word[at]);
        if (ThaiConsonants.Is(word[at]) && word[at + 1] == Karan && Closes(word, at + 2))
            yield return new Reached(at + 2, 4, word[at + 2]);
    }

    static bool Closes(ThaiWord word, int at) =>
        ThaiConsonants.CanClose(word[at]) && word.Tone(at) == '\0' && word[at + 1] != Karan
        && !("ิุ".Contains(word[at + 1]) && word[at + 2] == Karan);

    /// Where a syllable may end once its sounds are read: here, or behind silent letters.
    public static IEnumerable<Reached> Ends(ThaiWord word, int at, string vowel, bool afterFinal)
    {
        yield return new Reached(at, 0);
        if (afterFinal)
            foreach (var quiet in Unmarked(word, at - 1, vowel)) yield return quiet;
        for (var count = 1; count <= 3; count++)
        {
            if (!ThaiConsonants.Is(word[at + count - 1])) yield break;
            var mark = at + count;
            if (mark < word.Length && "ิุ".Contains(word[mark])) mark++;
            if (word[mark] == Karan && (afterFinal || count == 1))
                yield return new Reached(mark + 1, Chain(word, at, count));
        }
    }

    // จันทร์ silences two letters; elsewhere two or three before the mark are more likely a syllable.
    static int Chain(ThaiWord word, int at, int count) =>
        count == 1 ? 0 : count == 2 && Pairs.Contains($"{word[at]}{word[at + 1]}") ? 1 : 26;

    static readonly HashSet<string> Pairs = [.. "ทร ตร ดร ฎร ธร กร คร ทน ษณ ตน ทธ ชร พร ถร".Split(' ')];

    /// Silent by custom, without a mark: ร behind a stop, ิ or ุ at the end, the second of a doubled final.
    static IEnumerable<Reached> Unmarked(ThaiWord word, int final, string vowel)
    {
        var after = final + 1;
        var last = word.Length - 1;
        if (word[after] == 'ร' && SilencesRo(word[final], vowel))
            yield return new Reached(after + 1, after == last ? 2 : 7);
        if ("ิุ".Contains(word[after]) && word[after] != '\0' && "ตมทด".Contains(word[final])
            && vowel is "a" or "aa" or "ee" or "oo" or "uu")
            yield return new Reached(after + 1, after == last ? 3 : 9);
        if (after < word.Length && Doubled.Contains($"{word[final]}{word[after]}"))
            yield return new Reached(after + 1, after == last ? 2 : 9);
    }

    // จักร, สมัคร, บุตร, สมุทร, เพชร; but not สิริกร, where the two letters are a syllable.
    static bool SilencesRo(char final, string vowel) => final switch
    {
        'ก' or 'ค' => vowel == "a",
        'ต' => vowel != "o",
        'ท' => vowel is "a" or "i" or "u",
        'ช' => vowel == "ee",
        _ => false,
    };

    static readonly HashSet<string> Doubled = [.. "ทธ ตต ฏฐ ชช ทท ฒฒ ตถ ศว รถ".Split(' ')];
}
