using Referral.Language.Text;

namespace Referral.Language.Lao;

/// Reads a Lao word into syllables. Lao spelling shows its sounds, so the letters alone decide.
internal static class LaoReader
{
    static readonly SyllablePattern[] Patterns =
        [.. Table.Rows("Lao/patterns.tsv").Select(SyllablePattern.Of)];
    static readonly Dictionary<char, string[]> Consonants =
        Table.Rows("Lao/consonants.tsv").ToDictionary(row => row[0][0]);

    public static string Initial(char letter) => Consonants[letter][1];
    public static string Final(char letter) => Consonants[letter][2];
    public static string ThaiInitial(char letter) => Consonants[letter][3];
    public static string ThaiFinal(char letter) => Consonants[letter][4];

    /// Null when something in the word is not Lao or cannot be read.
    public static IReadOnlyList<Syllable>? Read(string word) =>
        Steps(LaoWord.Of(LaoText.Normalise(word)))?.SelectMany(step => step.Syllables).ToList();

    /// The same reading, with where each syllable ends.
    public static List<Step>? Steps(LaoWord letters) =>
        letters.Length == 0 ? null : Lattice.Cheapest(letters.Length, at => Steps(letters, at));

    static IEnumerable<Step> Steps(LaoWord word, int at)
    {
        var lead = "ເແໂໄໃ".Contains(word[at]) ? word[at].ToString() : "";
        foreach (var onset in Onsets(word, at + lead.Length))
        foreach (var pattern in Patterns.Where(pattern => pattern.Lead == lead))
        {
            var start = at + lead.Length + onset.Length;
            if (!word.Has(pattern.Tail, start)) continue;
            var end = start + pattern.Tail.Length;
            var tone = word.ToneWithin(start - onset.Length, end);
            // A tone typed late, over ວ, ອ or the final, is common; it costs, so that tidy spelling is read
            // first.
            var cost = 10 + pattern.Cost + (onset.Length > 1 && !IsLed(onset) ? 1 : 0)
                + (tone != '\0' && word.Tone(start - 1) == '\0' ? 3 : 0);
            if (pattern is { Lead: "ເ", HasFinal: true, Tail: "" or "ັ" } && word[end] == 'ຍ') cost += 5;
            if (!pattern.HasFinal)
                yield return new Step(
                    Silent(word, end), cost, [new Syllable(onset, pattern.Vowel, '\0', tone)]);
            else if (Closes(word, end) && !(word[end] == 'ວ' && pattern.Tail is "ົ" or "ັ"))
            {
                var closed = new Syllable(onset, pattern.Vowel, word[end], tone);
                yield return new Step(Silent(word, end + 1), cost, [closed]);
            }
        }
    }

    static bool Closes(LaoWord word, int at) =>
        IsConsonant(word[at]) && Final(word[at]) != "-" && word[at + 1] != '໌'
        && !(at + 1 < word.Length && word.Tone(at) != '\0');

    static int Silent(LaoWord word, int end) =>
        IsConsonant(word[end]) && word[end + 1] == '໌' ? end + 2 : end;

    static IEnumerable<string> Onsets(LaoWord word, int at)
    {
        if (!IsConsonant(word[at]) || Initial(word[at]) == "-") yield break;
        yield return word[at].ToString();
        if (!IsConsonant(word[at + 1])) yield break;
        var pair = $"{word[at]}{word[at + 1]}";
        if (IsLed(pair) || pair[1] == 'ວ' && "ກຂຄ".Contains(pair[0])
            || pair[1] is 'ຣ' or 'ລ' && "ກຂຄຕປພບຟ".Contains(pair[0])) yield return pair;
    }

    public static bool IsLed(string onset) =>
        onset.Length == 2 && onset[0] == 'ຫ' && "ງຍລຣວ".Contains(onset[1]);
    static bool IsConsonant(char letter) => Consonants.ContainsKey(letter);
}
