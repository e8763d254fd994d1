using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Han;

/// Reads Chinese characters in names: the longest known reading first, else each character's commonest.
internal static class HanReader
{
    static readonly Dictionary<string, string> Readings = Table.Pairs("Han/readings.tsv");
    static readonly int Longest = Readings.Keys.Max(key => key.Length);

    /// Pinyin syllables, one a character; null when a character is unknown.
    public static List<string>? Sounds(string text)
    {
        var sounds = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (KnownAt(text, at) is { } known)
            {
                sounds.AddRange(Readings[known].Split(' '));
                at += known.Length;
                continue;
            }
            var rune = Rune.GetRuneAt(text, at);
            if (PinyinTable.Sounds(rune.ToString()) is not { } one) return null;
            sounds.AddRange(one);
            at += rune.Utf16SequenceLength;
        }
        return sounds;
    }

    static string? KnownAt(string text, int at)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
            if (Readings.ContainsKey(text.Substring(at, length))) return text.Substring(at, length);
        return null;
    }
}
