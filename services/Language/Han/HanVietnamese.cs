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
    static readonly int Longest = Words.Keys.Max(word => word.Length);

    /// Each character a word with a capital, as Vietnamese writes names; null when one is unknown.
    public static string? Of(string characters)
    {
        var read = new List<string>();
        for (var at = 0; at < characters.Length;)
        {
            if (Word(characters, at) is { } word)
            {
                read.AddRange(Words[word].Split(' '));
                at += word.Length;
                continue;
            }
            if (!Rune.TryGetRuneAt(characters, at, out var rune)
                || !Characters.TryGetValue(rune, out var sound))
                return null;
            read.Add(sound);
            at += rune.Utf16SequenceLength;
        }
        return string.Join(' ', read.Select(Capital.First));
    }

    static string? Word(string text, int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 1; length--)
            if (Words.ContainsKey(text.Substring(at, length)))
                return text.Substring(at, length);
        return null;
    }
}
