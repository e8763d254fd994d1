using System.Collections.Frozen;

namespace Referral.Language.Gazetteer;

/// Places of the lists that stand in a text, so that they can be masked in it. Provinces are found by their
/// name; units below by the word for their kind that stands with it, for without it many are common words.
public static class PlacesInText
{
    // Shorter names of provinces are words of everyday speech too: เลย, ตาก, แพร่.
    const int LettersLeast = 5, HanLeast = 2, LatinLeast = 4;
    const int WordsMost = 5, HanMost = 12, ThaiOrLaoMost = 24;

    static readonly string[] ThaiKinds = ["อำเภอ", "กิ่งอำเภอ", "เขต", "อ."];
    static readonly string[] LaoKinds = ["ເມືອງ"];

    static readonly string[] Provinces =
    [
        .. AdministrativeUnits.All.SelectMany(unit => new[]
            { unit.Lao, unit.Thai, unit.Han, unit.Vietnamese, unit.Latin })
            .Where(name => name.Length >= Scripts.Of(name) switch
            {
                "Hans" => HanLeast, "Latn" => LatinLeast, _ => LettersLeast,
            }).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length),
    ];

    static readonly FrozenSet<string> Below =
        LowerUnits.All.Select(unit => unit.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Below.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string> FirstWords =
        Below.Where(name => Scripts.Of(name) == "Latn").Select(name => name.Split(' ')[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kind =
        FirstWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// As they stand in the text, each once; empty where there are none.
    public static IReadOnlyList<string> Of(string text) =>
    [
        .. Provinces.Where(name => text.Contains(name, StringComparison.Ordinal)),
        .. ThaiKinds.Concat(LaoKinds).SelectMany(kind => BehindKind(text, kind)).Distinct(),
        .. Words(text).Distinct(), .. Han(text).Distinct(),
    ];

    static IEnumerable<string> BehindKind(string text, string kind)
    {
        for (var at = text.IndexOf(kind, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(kind, at + 1, StringComparison.Ordinal))
        {
            var from = at + kind.Length;
            while (from < text.Length && text[from] == ' ') from++;
            if (Longest(text, from, ThaiOrLaoMost, least: 2) is { } name) yield return name;
        }
    }

    // xã Cốc Ly: the kind is the name's first word in the list.
    static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]) || at > 0 && char.IsLetter(text[at - 1])) continue;
            if (!Kind.Contains(text.AsSpan(at, EndOfWord(text, at) - at))) continue;
            string? longest = null;
            var end = at;
            for (var words = 0; words < WordsMost && end < text.Length; words++)
            {
                end = EndOfWord(text, words == 0 ? end : end + 1);
                if (words > 0 && Known.Contains(text.AsSpan(at, end - at))) longest = text[at..end];
                if (end < text.Length && text[end] != ' ') break;
            }
            if (longest is not null) yield return longest;
        }
    }

    static IEnumerable<string> Han(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (text[at] is >= '\u4E00' and <= '\u9FFF' && Longest(text, at, HanMost, least: 3) is { } name)
            {
                yield return name;
                at += name.Length - 1;
            }
    }

    static string? Longest(string text, int from, int most, int least)
    {
        for (var length = Math.Min(most, text.Length - from); length >= least; length--)
            if (Known.Contains(text.AsSpan(from, length))) return text.Substring(from, length);
        return null;
    }

    static int EndOfWord(string text, int from)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from])) from++;
        return from;
    }
}
