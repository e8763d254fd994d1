using System.Text;
using Referral.Language.Text;

namespace Referral.Language.Han;

/// Reads Chinese characters in names: the longest known reading first, else each character's commonest.
internal static class HanReader
{
    static readonly HanReadings Readings = new("Han/readings.tsv");

    /// Pinyin syllables, one a character; null when a character is unknown.
    public static List<PinyinSound>? Sounds(string text)
    {
        var sounds = new List<PinyinSound>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (Readings.Longest(text, at, out var length) is { } known)
            {
                sounds.AddRange(known);
                at += length;
                continue;
            }
            if (!Rune.TryGetRuneAt(text, at, out var rune)
                || !PinyinTable.TryOf(rune, out var one)) return null;
            sounds.Add(one);
            at += rune.Utf16SequenceLength;
        }
        return sounds;
    }
}

/// A list of words with their readings, asked for the longest that begins at a place.
internal sealed class HanReadings
{
    readonly Dictionary<string, PinyinSound[]> _words;
    readonly Dictionary<string, PinyinSound[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    readonly int _longest;

    public HanReadings(string path)
    {
        _words = Table.Rows(path).ToDictionary(
            row => row[0], row => row[1].Split(' ').Select(PinyinSound.Of).ToArray(), StringComparer.Ordinal);
        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _words.Keys.Max(word => word.Length);
    }

    public PinyinSound[]? Of(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var found) ? found
        : null;

    public PinyinSound[]? Longest(string text, int at, out int length)
    {
        for (length = Math.Min(_longest, text.Length - at); length > 0; length--)
            if (Of(text.AsSpan(at, length)) is { } found)
                return found;
        return null;
    }
}
