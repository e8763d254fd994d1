using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Han;

/// Chinese characters in their Sino-Vietnamese reading, for a Vietnamese reader. Not reviewed.
internal static class HanVietnamese
{
    public const string Scheme = "SINO-VIETNAMESE";

    static readonly Dictionary<Rune, string> Characters = Table.Rows("Han/hanviet.tsv")
        .SelectMany(row => row[1].EnumerateRunes().Select(character => (character, row[0])))
        .ToDictionary(pair => pair.character, pair => pair.Item2);

    static readonly Dictionary<string, string> Words = Table.Pairs("Han/hanviet-words.tsv");
    static readonly Dictionary<string, string> OfVietnam = Table.Pairs("Han/hanviet-vietnam.tsv");
    static readonly int Longest = Words.Keys.Max(word => word.Length);

    /// A person's name or a word: each character with a capital, as Vietnamese writes names; null when one
    /// is unknown.
    public static string? Of(string characters) =>
        Written(Words.TryGetValue(characters, out var word) ? word : Read(characters, words: false));

    /// The name of a place, without its kind; what Vietnamese calls otherwise than its characters are read
    /// goes before the reading.
    public static string? OfPlace(string place)
    {
        var name = HanKinds.Name(place, out var kind);
        return Written(kind is "" or "省" && OfVietnam.TryGetValue(name, out var own)
            ? own : Read(name, words: true));
    }

    static string? Read(string characters, bool words)
    {
        var read = new List<string>();
        for (var at = 0; at < characters.Length;)
        {
            if (words && Word(characters, at) is { } word)
            {
                read.Add(Words[word]);
                at += word.Length;
                continue;
            }
            if (!Rune.TryGetRuneAt(characters, at, out var rune)
                || !Characters.TryGetValue(rune, out var sound))
                return null;
            read.Add(sound);
            at += rune.Utf16SequenceLength;
        }
        return string.Join(' ', read);
    }

    static string? Written(string? read) =>
        read is null ? null : string.Join(' ', read.Split(' ').Select(Capital.First));

    static string? Word(string text, int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 1; length--)
            if (Words.ContainsKey(text.Substring(at, length)))
                return text.Substring(at, length);
        return null;
    }
}
