using Referral.Language.Text;

namespace Referral.Language.Thai;

/// Stems whose reading the letters do not show: words and combining forms of readings.tsv, and the first
/// parts of compounds (combining.tsv), which are read with a linking syllable before the words of
/// followers.tsv. The everyday words of words.tsv are read as they are spelled.
internal static class ThaiLexicon
{
    const int LettersInBlock = 0x80;
    const int Tones = 5;

    // A node for each beginning of a stem, found from the one before by letter and tone.
    static readonly Dictionary<int, int> Next = [];
    static readonly List<List<ThaiStem>?> Nodes = [null];

    static readonly HashSet<string> Followers =
        [.. Table.Rows("Thai/followers.tsv").Select(row => ThaiText.Read(row[0]).Span.ToString())];

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FollowersBySpan =
        Followers.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly int FollowerMost = Followers.Max(word => word.Length);

    static ThaiLexicon()
    {
        foreach (var row in Table.Rows("Thai/readings.tsv"))
            Put(row[0].Trim('-', '$'), row[1], row[0].EndsWith('-') ? StemPlace.GoingOn
                : row[0].EndsWith('$') ? StemPlace.AtEnd : StemPlace.Anywhere);
        foreach (var row in Table.Rows("Thai/combining.tsv")) Put(row[0], row[1], StemPlace.BeforeFollower);
        foreach (var row in Table.Rows("Thai/words.tsv")) Put(row[0], row[0], StemPlace.AsSpelled);
    }

    public static void AddSteps(Letters word, int at, Lattice lattice)
    {
        var node = 0;
        for (var end = at; end < word.Length;)
        {
            if (!Next.TryGetValue(Key(node, word[end], word.Tone(end)), out node)) return;
            end++;
            if (Nodes[node] is not { } stems || !MayEnd(word, end)) continue;
            foreach (var stem in stems)
                if (Fits(stem.Place, word, end))
                    lattice.Add(end, stem.Cost, stem.Kind, stem.Reading);
        }
    }

    static bool Fits(StemPlace place, Letters word, int end) => place switch
    {
        StemPlace.GoingOn => end < word.Length,
        StemPlace.AtEnd => end == word.Length,
        StemPlace.BeforeFollower => FollowerAt(word, end),
        _ => true,
    };

    static bool FollowerAt(Letters word, int at)
    {
        var most = Math.Min(FollowerMost, word.Length - at);
        for (var length = 2; length <= most; length++)
            if (MayEnd(word, at + length) && word.ToneWithin(at, at + length) == '\0'
                && FollowersBySpan.Contains(word.Span.Slice(at, length))) return true;
        return false;
    }

    // The mark that silences a letter, or a vowel on it, makes the stem another one.
    static bool MayEnd(Letters word, int end) =>
        end == word.Length || ThaiConsonants.Is(word[end]) || word[end] is >= 'เ' and <= 'ไ';

    static int Key(int node, char letter, char tone) =>
        (node * Tones + (tone == '\0' ? 0
            : tone - '่' + 1)) * LettersInBlock + (letter & (LettersInBlock - 1));

    static void Put(string stem, string reading, StemPlace place)
    {
        var spelling = ThaiText.Read(stem);
        var node = 0;
        for (var at = 0; at < spelling.Length; at++)
        {
            var key = Key(node, spelling[at], spelling.Tone(at));
            if (!Next.TryGetValue(key, out node))
            {
                Next[key] = node = Nodes.Count;
                Nodes.Add(null);
            }
        }
        (Nodes[node] ??= []).Add(new ThaiStem(stem, reading.Split(' '), spelling.Length, place));
    }
}
