using System.Globalization;

namespace Referral.Language.Matching;

/// Keys of two things together: two parts of a name, or a part and the year of birth. Few persons have one of
/// these in common, so among very many they lead to the right ones where single keys lead to thousands.
public static class JointKeys
{
    /// Keys a name has at most.
    public const int KeysMax = 96;

    const int BothWhole = 5, PartAndYear = 4, OneLacking = 3;
    const int YearLength = 4;

    /// Of one name; born: yyyy, yyyy-MM, yyyy-MM-dd, or empty where nothing is known.
    public static IReadOnlyList<JointKey> Of(string asWritten, string? born) =>
        Of(new NameSpans(NameText.Parts(asWritten)), born);

    internal static IReadOnlyList<JointKey> Of(NameSpans spans, string? born)
    {
        var skeletons = spans.Parts.Select(Skeletons).ToArray();
        var keys = skeletons.SelectMany((one, at) =>
            skeletons.Skip(at + 1).SelectMany(next => Two(one, next)));
        if (YearOf(born) is { } year)
            keys = spans.All.SelectMany(span => Skeletons(span.Part))
                .Select(one => new JointKey($"{year} {one}", PartAndYear)).Concat(keys);
        return [.. keys.GroupBy(key => key.Text, StringComparer.Ordinal)
            .Select(same => same.MaxBy(key => key.Weight)).Take(KeysMax)];
    }

    // Whole and whole; and either one lacking a consonant beside the other whole.
    static IEnumerable<JointKey> Two(string[] some, string[] others) =>
        from one in some
        from other in others
        from key in Lacking(one).Select(less => Joined(less, other, OneLacking))
            .Concat(Lacking(other).Select(less => Joined(one, less, OneLacking)))
            .Prepend(Joined(one, other, BothWhole))
        select key;

    // The order of a name's parts does not count.
    static JointKey Joined(string one, string other, int weight) =>
        new(string.CompareOrdinal(one, other) < 0 ? $"{one}+{other}" : $"{other}+{one}", weight);

    static IEnumerable<string> Lacking(string skeleton) =>
        skeleton.Length < Skeleton.LeaveOutFrom ? []
            : Enumerable.Range(0, skeleton.Length).Select(at => skeleton.Remove(at, 1));

    static string[] Skeletons(NamePart part) =>
        [.. part.Forms.Select(form => Skeleton.Of(form.Sounds)).Where(one => one.Length > 0).Distinct()];

    static string? YearOf(string? born) => born is { Length: >= YearLength } && int.TryParse(
        born.AsSpan(0, YearLength), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        ? born[..YearLength] : null;
}

/// A key, and how much it says: the higher, the fewer have it in common by chance.
public readonly record struct JointKey(string Text, int Weight);
