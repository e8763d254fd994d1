using Referral.Language.Text;

namespace Referral.Language.Han;

/// What is not the name in a Chinese place as written: its kind, the peoples it is named for, what stands in
/// brackets, and the country before it.
internal static class HanKinds
{
    const string Country = "中华人民共和国", SelfGoverning = "自治", People = "族", AllPeoples = "民族";

    /// The longest first.
    static readonly string[] Kinds =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "省", "市", "县", "縣", "区", "區", "盟", "旗"];

    static readonly string[] Known =
        [.. Table.Rows("Han/peoples.tsv").Select(row => row[0]).OrderByDescending(name => name.Length)];

    /// The name alone; kind: what was cut off behind it, empty where nothing was.
    public static string Name(string place, out string kind)
    {
        var bracket = place.AsSpan().IndexOfAny('(', '（');
        var text = (bracket > 0 ? place[..bracket] : place).Trim();
        if (text.StartsWith(Country, StringComparison.Ordinal) && text.Length > Country.Length)
            text = text[Country.Length..];
        // A name of one character keeps its kind: 单县 is not 单.
        kind = Kinds.FirstOrDefault(one => text.Length > one.Length + 1
            && text.EndsWith(one, StringComparison.Ordinal)) ?? "";
        text = text[..^kind.Length];
        return kind.StartsWith(SelfGoverning, StringComparison.Ordinal)
            && Peoples(text, bare: true) is [var end, ..] ? text[..end] : text;
    }

    /// <summary>
    /// Where each of the peoples begins that end a text, in their order: 双江拉祜族佤族 gives 2 and 5. Nothing of
    /// 内蒙古, of which no name would stay. Ethnic townships may end in 民族, which counts as one of them.
    /// </summary>
    /// <param name="text">Name of a place without its kind.</param>
    /// <param name="bare">Whether a people may stand without 族, as in 新疆维吾尔.</param>
    public static IReadOnlyList<int> Peoples(string text, bool bare)
    {
        var starts = new List<int>();
        for (var end = text.Length; Start(text[..end], ref bare) is { } start; end = start)
        {
            if (start < 2) break;
            starts.Insert(0, start);
        }
        return starts;
    }

    static int? Start(string text, ref bool bare)
    {
        if (text.EndsWith(AllPeoples, StringComparison.Ordinal))
        {
            bare = true;
            return text.Length - AllPeoples.Length;
        }
        var marked = text.EndsWith(People, StringComparison.Ordinal);
        if (!marked && !bare) return null;
        var before = marked ? text[..^1] : text;
        return Known.FirstOrDefault(people => before.EndsWith(people, StringComparison.Ordinal)) is { } people
            && (marked || people.Length > 1) ? before.Length - people.Length : null;
    }
}
