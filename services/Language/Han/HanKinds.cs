using Referral.Language.Text;

namespace Referral.Language.Han;

/// What is not the name in a Chinese place as written: its kind, the peoples it is named for, what stands in
/// brackets, and the country before it.
internal static class HanKinds
{
    const string Country = "中华人民共和国", SelfGoverning = "自治", People = "族";

    /// The longest first.
    static readonly string[] Kinds =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "省", "市", "县", "縣", "区", "區", "盟", "旗"];

    static readonly string[] Peoples =
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
        return kind.StartsWith(SelfGoverning, StringComparison.Ordinal) ? WithoutPeoples(text) : text;
    }

    // 广西壮族, 新疆维吾尔, 双江拉祜族佤族布朗族傣族; of 内蒙古 nothing would stay.
    static string WithoutPeoples(string text)
    {
        while (Ending(text.EndsWith(People, StringComparison.Ordinal) ? text[..^1] : text) is { } people)
        {
            var length = people.Length + (text.EndsWith(People, StringComparison.Ordinal) ? 1 : 0);
            if (text.Length < length + 2 || length == 1) break;
            text = text[..^length];
        }
        return text;
    }

    static string? Ending(string text) =>
        Peoples.FirstOrDefault(people => text.EndsWith(people, StringComparison.Ordinal));
}
