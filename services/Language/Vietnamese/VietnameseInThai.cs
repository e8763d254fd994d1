using System.Text;
using Referral.Language.Text;
using Referral.Language.Thai;

namespace Referral.Language.Vietnamese;

/// Vietnamese as a Thai reader says it, by the Royal Institute's rules of B.E. 2555.
internal static class VietnameseInThai
{
    public const string Scheme = "RI-2555-VIETNAMESE";

    // Tone marks as Unicode combines them: grave, hook, tilde, acute, dot below.
    const string Marks = "\u0300\u0309\u0303\u0301\u0323";

    static readonly string[][] Rows = [.. Table.Rows("Vietnamese/in-thai.tsv")];
    static readonly Dictionary<string, char> Initials = Letters("I");
    static readonly Dictionary<string, char> Finals = Letters("F");

    static readonly Dictionary<string, string[]> Rimes =
        Rows.Where(row => row[0] == "R").ToDictionary(row => row[1]);

    /// Word by word; null when one is no Vietnamese syllable.
    public static string? Of(string text)
    {
        var words = text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(One).ToArray();
        return words.Length == 0 || words.Contains(null) ? null : string.Concat(words);
    }

    static string? One(string word)
    {
        var (letters, mark) = VietnameseMarks.PartTone(word.ToLowerInvariant());
        for (var length = Math.Min(3, letters.Length - 1); length >= 0; length--)
        {
            if (length > 0 && !Initials.ContainsKey(letters[..length])) continue;
            var initial = length == 0 ? 'อ' : Initials[letters[..length]];
            var rest = letters[length..];
            // gì is g and i; qu brings a glide with it.
            if (letters[..length] == "q" && rest.StartsWith('u') && rest.Length > 1
                && !Rimes.ContainsKey(rest))
                rest = 'o' + rest[1..];
            if (letters[..length] == "g" && rest.StartsWith('i')) initial = Initials["gi"];
            if (Rime(initial, rest, mark) is { } written) return written;
        }
        return null;
    }

    static string? Rime(char initial, string rest, char mark)
    {
        for (var length = rest.Length; length > 0; length--)
        {
            var (nucleus, final) = (rest[..length], rest[length..]);
            if (!Rimes.TryGetValue(nucleus, out var rime)) continue;
            if (final.Length == 0) return Write(initial, Open(nucleus, rime, mark), mark, stopped: false);
            if (rime.Length < 4 || !Finals.TryGetValue(final, out var letter)) continue;
            var closed = Closed(nucleus, final, rime).Replace('F', letter);
            return Write(initial, closed, mark, stopped: letter is 'ก' or 'ต' or 'ป');
        }
        return null;
    }

    // mẹ, chị: the broken tone makes a single vowel short.
    static string Open(string nucleus, string[] rime, char mark) => (mark, nucleus) switch
    {
        ('\u0323', "e") => "แ-ะ", ('\u0323', "ê") => "เ-ะ", ('\u0323', "i" or "y") => "-ิ",
        ('\u0323', "a") => "-ะ", ('\u0323', "o") => "เ-าะ", ('\u0323', "ô") => "โ-ะ",
        ('\u0323', "u") => "-ุ", ('\u0323', "ư") => "-ึ",
        _ => rime[2],
    };

    // sông is written short, xong with the sign of shortness.
    static string Closed(string nucleus, string final, string[] rime) => (nucleus, final) switch
    {
        ("ô", "ng" or "c") => "-F", ("o", "ng" or "c") => "-็อF",
        ("a", "nh" or "ch") => "แ-็F", _ => rime[3],
    };

    static string Write(char initial, string pattern, char mark, bool stopped)
    {
        var bar = pattern.IndexOf('|', StringComparison.Ordinal);
        var medial = bar < 0 ? "" : pattern[..bar];
        var vowel = pattern[(bar + 1)..];
        var written = ThaiToneMarks.Write(initial, medial, vowel, ToneOf(mark));
        // A short open vowel and a stop are low without a mark behind a high or middle letter.
        var unmarked = mark == '\u0323' && (stopped || vowel.EndsWith('ะ') || vowel is "-ิ" or "-ุ" or "-ึ");
        return unmarked ? written.Replace("่", "", StringComparison.Ordinal) : written;
    }

    static SpokenTone ToneOf(char mark) => Marks.IndexOf(mark, StringComparison.Ordinal) switch
    {
        0 or 4 => SpokenTone.Low, 1 or 2 => SpokenTone.Rising, 3 => SpokenTone.High, _ => SpokenTone.Mid,
    };

    static Dictionary<string, char> Letters(string kind) =>
        Rows.Where(row => row[0] == kind).ToDictionary(row => row[1], row => row[2][0]);
}
