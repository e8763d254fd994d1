using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Matching.Sounds;

/// The sounds of a name part spelled in Latin letters, whoever spelled it and by whatever habit.
static class LatinSounds
{
    static readonly Dictionary<string, string> Onset = Load("onset");
    static readonly Dictionary<string, string> First = Load("onset", "first");
    static readonly Dictionary<string, string> Coda = Load("coda");
    static readonly Dictionary<string, string> Vowel = Load("vowel");

    /// Letters: a to z. Empty where there is none. Two where a last e may be silent: Khamphone, Kate.
    public static IReadOnlyList<string> Of(string letters)
    {
        if (letters.Length == 0) return [];
        var heard = One(letters);
        return HasSilentEnd(letters) ? [heard, One(letters[..^1])] : [heard];
    }

    /// Hanyu Pinyin spells ts with c; nobody else does.
    public static IReadOnlyList<string> OfPinyin(string letters)
    {
        for (var at = letters.Length - 1; at >= 0; at--)
            if (letters[at] == 'c' && (at + 1 == letters.Length || letters[at + 1] != 'h'))
                letters = letters.Insert(at + 1, "h");
        return letters.Length == 0 ? [] : [One(letters)];
    }

    static bool HasSilentEnd(string letters) => letters.Length > 3 && letters[^1] == 'e'
        && !"aeiouyw".Contains(letters[^2]) && letters[..^2].AsSpan().IndexOfAny("aeiou") >= 0;

    static string One(string letters)
    {
        var sounds = new StringBuilder();
        var at = 0;
        while (at < letters.Length)
        {
            var end = at;
            while (end < letters.Length && !IsVowelAt(letters, end, at)) end++;
            Consonants(sounds, letters[at..end], first: at == 0, last: end == letters.Length);
            at = end;
            while (end < letters.Length && (IsVowelAt(letters, end, at)
                || Lengthens(letters, end, at))) end++;
            Read(sounds, letters[at..end], Vowel);
            at = end;
        }
        return sounds.ToString();
    }

    static bool IsPure(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    // y between consonants is a vowel; y and w behind a vowel close it unless another vowel follows.
    static bool IsVowelAt(string letters, int at, int begin)
    {
        if (IsPure(letters[at])) return true;
        if (letters[at] is not ('y' or 'w')) return false;
        if (at + 1 < letters.Length && IsPure(letters[at + 1])) return false;
        return letters[at] == 'y' || at > begin && IsPure(letters[at - 1]);
    }

    // r behind a vowel only lengthens it, unless a vowel or n follows: Prasert, Namor, but Siriporn.
    static bool Lengthens(string letters, int at, int begin) =>
        letters[at] is 'r' or 'h' && at > begin && IsPure(letters[at - 1])
        && (at + 1 == letters.Length || letters[at + 1] is not ('n' or 'y' or 'w')
            && !IsPure(letters[at + 1]));

    static void Consonants(StringBuilder sounds, string run, bool first, bool last)
    {
        if (run.Length == 0) return;
        var begin = first ? 0 : last ? run.Length : OnsetStart(run);
        Read(sounds, run[..begin], Coda, mark: true);
        Read(sounds, run[begin..], first ? First : Onset);
    }

    // The next syllable takes one consonant sign, or a cluster with r, l or w.
    static int OnsetStart(string run)
    {
        if (run.Length > 2 && run.StartsWith("ng", StringComparison.Ordinal)) return 2;
        var start = run.Length;
        if (run.Length > 1 && run[^1] is 'r' or 'l' or 'w' && "kpthgbfc".Contains(run[^2])) start--;
        for (var length = 3; length > 0; length--)
            if (start - length >= 0 && Onset.ContainsKey(run[(start - length)..start])) return start - length;
        return start - 1;
    }

    static void Read(StringBuilder sounds, string run, Dictionary<string, string> table, bool mark = false)
    {
        for (var at = 0; at < run.Length;)
        {
            var length = Math.Min(4, run.Length - at);
            while (length > 1 && !table.ContainsKey(run.Substring(at, length))) length--;
            if (table.TryGetValue(run.Substring(at, length), out var read)) Append(sounds, read, mark);
            at += length;
        }
    }

    static void Append(StringBuilder sounds, string read, bool mark)
    {
        foreach (var sound in read)
        {
            if (sound == '.') mark = true;
            else if (sound != '-') sounds.Append(mark ? (char)(sound | Sound.Coda) : sound);
        }
    }

    static Dictionary<string, string> Load(params string[] places) => Table.Rows("Matching/Sounds/latin.tsv")
        .Where(row => places.Contains(row[0])).ToDictionary(row => row[1], row =>
            row[2], StringComparer.Ordinal);
}
