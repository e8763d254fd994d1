using Referral.Language.Text;

namespace Referral.Language.Han;

/// Chinese places in Hanyu Pinyin: the proper part solid; the kind of place and the peoples that it is named
/// for apart; villages solid.
/// Source: rules of 1976 and 1984 for place names in pinyin.
internal static class HanPlaces
{
    public const string Scheme = "PINYIN-PLACES";

    // Longest first; the mark | parts a kind of two words. 村, 庄, 屯 and the like belong to the name.
    static readonly (string Kind, int[] Words)[] Kinds =
    [
        .. "特别|行政区 生态|旅游|区 自治区 自治州 自治县 自治旗 管理|区 旅游|区 开发|区 保护|区 经济|区 街道 地区 新区 省 市 县 縣 區 区 镇 鎮 乡 鄉 盟 旗"
            .Split(' ').Select(kind =>
                (kind.Replace("|", "", StringComparison.Ordinal), kind.Split('|').Select(w =>
                    w.Length).ToArray())),
    ];

    // The seat of a county: the county's name stands apart before it.
    static readonly string[] Seats = ["城关镇", "城厢镇"];

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
        if (Seats.Any(seat => place.EndsWith(seat, StringComparison.Ordinal)))
        {
            yield return place;
            yield break;
        }
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
        var seat = Seats.FirstOrDefault(seat => place.EndsWith(seat, StringComparison.Ordinal));
        if (seat is not null && place.Length > seat.Length + 1)
            return PinyinTable.Join(sounds[..^seat.Length]) + " " + PinyinTable.Join(sounds[^seat.Length..]);
        foreach (var (kind, words) in Kinds)
        {
            if (!place.EndsWith(kind, StringComparison.Ordinal) || sounds.Count <= kind.Length) continue;
            // 芒市 and 良乡 are names whole; 单县 is a county of one character, 城区 a district.
            if (place.Length == 2 && kind is not ("县" or "縣" or "区" or "區")) break;
            return Apart(place, sounds, kind, words);
        }
        return Apart(place, sounds, "", []);
    }

    static string Apart(string place, List<PinyinSound> sounds, string kind, int[] kindWords)
    {
        var name = place[..^kind.Length];
        var end = sounds.Count - kind.Length;
        // A dot or a space has no sound: such a name is not looked into.
        var peoples = end == name.Length
            ? HanKinds.Peoples(name, bare: kind.StartsWith("自治", StringComparison.Ordinal)) : [];
        int[] starts = [0, .. peoples];
        int[] words = [.. starts.Zip([.. peoples, end], (from, to) => to - from), .. kindWords];
        var at = 0;
        var apart = new List<string>();
        foreach (var length in words)
        {
            apart.Add(PinyinTable.Join(sounds[at..(at + length)]));
            at += length;
        }
        return string.Join(' ', apart);
    }
}
