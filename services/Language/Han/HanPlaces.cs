using Referral.Language.Text;

namespace Referral.Language.Han;

/// Chinese places in Hanyu Pinyin: the proper part solid, the kind of place apart; villages solid.
internal static class HanPlaces
{
    public const string Scheme = "PINYIN-PLACES";

    // Longest first. 村, 庄, 屯 and the like belong to the name.
    static readonly string[] Kinds =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "街道", "地区", "新区",
         "省", "市", "县", "區", "区", "镇", "鎮", "乡", "鄉", "盟", "旗"];

    /// An address in one run (province, city, district) is read part by part, the largest first as written.
    public static string? Of(string place)
    {
        var parts = Parts(place).Select(One).ToArray();
        return parts.Contains(null) ? null : string.Join(' ', parts);
    }

    // A part ends with its kind and has a name of two characters or more: 沙市区 is one part.
    static IEnumerable<string> Parts(string place)
    {
        var start = 0;
        for (var at = 2; at < place.Length - 2; at++)
        {
            if (at - start < 2 || !"省市县".Contains(place[at])) continue;
            yield return place[start..(at + 1)];
            start = at + 1;
        }
        yield return place[start..];
    }

    static string? One(string place)
    {
        if (HanReader.Sounds(place) is not { } sounds) return null;
        var kind = Kinds.FirstOrDefault(kind => place.EndsWith(kind, StringComparison.Ordinal));
        if (kind is null || kind.Length == place.Length) return PinyinTable.Join(sounds);
        var cut = sounds.Count - kind.Length;
        return $"{PinyinTable.Join(sounds[..cut])} {PinyinTable.Join(sounds[cut..])}";
    }
}
