using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Han;

public sealed class When_chinese_is_transcribed
{
    [Theory]
    [InlineData("司马文", "Sima Wen")]
    [InlineData("郑李淑芳", "Zheng-Li Shufang")]
    [InlineData("解小兰", "Xie Xiaolan")]
    [InlineData("吕爱玉", "Lü Aiyu")]
    [InlineData("高爱安", "Gao Ai'an")]
    [InlineData("波罗", "Boluo")]
    [InlineData("澹", "Tan")]
    public void persons_follow_the_standard(string name, string pinyin) =>
        Is("pinyin", NameKind.Person, name, pinyin);

    [Theory]
    [InlineData("单", "Shan")]
    [InlineData("尉迟", "Yuchi")]
    [InlineData("仇", "Qiu")]
    public void surnames_have_readings_of_their_own(string name, string pinyin) =>
        Is("pinyin", NameKind.Surname, name, pinyin);

    [Theory]
    [InlineData("青山县", "Qingshan Xian")]
    [InlineData("芒市", "Mangshi")]
    [InlineData("单县", "Shan Xian")]
    [InlineData("大王庄", "Dawangzhuang")]
    [InlineData("单家", "Shanjia")]
    [InlineData("白水城关镇", "Baishui Chengguanzhen")]
    [InlineData("双江拉祜族佤族布朗族傣族自治县", "Shuangjiang Lahuzu Wazu Bulangzu Daizu Zizhixian")]
    [InlineData("新疆维吾尔自治区", "Xinjiang Weiwu'er Zizhiqu")]
    [InlineData("宁夏回族自治区", "Ningxia Huizu Zizhiqu")]
    [InlineData("内蒙古自治区", "Neimenggu Zizhiqu")]
    [InlineData("西藏自治区", "Xizang Zizhiqu")]
    [InlineData("雷山彝族乡", "Leishan Yizu Xiang")]
    public void the_kind_of_place_stands_apart_unless_it_is_the_name(string place, string pinyin) =>
        Is("pinyin", NameKind.Place, place, pinyin);

    [Theory]
    [InlineData("ma1", "มา")]
    [InlineData("ma3", "หม่า")]
    [InlineData("hao4", "เฮ่า")]
    [InlineData("lü2", "ลฺหวี")]
    [InlineData("zhi4", "จื้อ")]
    [InlineData("wu3", "อู่")]
    public void thai_follows_the_royal_institute(string sound, string thai) =>
        Is("zh-thai", NameKind.Word, sound, thai);

    [Fact]
    public void a_person_is_parted_in_thai() => Is("zh-thai", NameKind.Person, "王小明", "หวาง เสี่ยวหมิง");

    [Theory]
    [InlineData("王小明", "Vương Tiểu Minh")]
    [InlineData("重庆", "Trùng Khánh")]
    public void vietnamese_reads_the_characters(string name, string read) =>
        Is("han-viet", NameKind.Person, name, read);

    [Theory]
    [InlineData("广西壮族自治区", "Quảng Tây")]
    [InlineData("内蒙古自治区", "Nội Mông")]
    [InlineData("双江拉祜族佤族布朗族傣族自治县", "Song Giang")]
    [InlineData("中华人民共和国香港特别行政区", "Hồng Kông")]
    [InlineData("永安市（福建）", "Vĩnh An")]
    public void what_is_not_the_name_of_a_place_is_not_read(string place, string read) =>
        Is("han-viet", NameKind.Place, place, read);

    [Theory]
    [InlineData("崑嵩省", "Kon Tum")]
    [InlineData("老街", "Lào Cai")]
    [InlineData("高平市", "Cao Bình")]
    public void a_place_of_viet_nam_has_its_own_name(string place, string read) =>
        Is("han-viet", NameKind.Place, place, read);

    [Theory]
    [InlineData("王永安", "Vương Vĩnh An")]
    [InlineData("武长安", "Vũ Trường An")]
    [InlineData("李台州", "Lý Đài Châu")]
    public void no_person_is_read_as_a_place(string name, string read) =>
        Is("han-viet", NameKind.Person, name, read);

    [Fact]
    public void every_character_of_a_unit_of_china_is_read()
    {
        const string rare = "畲濉埇卧碱猇漯砀崃邛鄯珙邗峄";
        foreach (var one in rare.EnumerateRunes())
            Schemes.Find("han-viet", NameKind.Word)!.Of(one.ToString()).Text.ShouldNotBeEmpty();
    }

    static void Is(string scheme, NameKind kind, string text, string expected) =>
        Schemes.Find(scheme, kind, rulesOnly: true)!.Of(text).Text.ShouldBe(expected);
}
