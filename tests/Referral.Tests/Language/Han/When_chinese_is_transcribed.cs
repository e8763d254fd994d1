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

    static void Is(string scheme, NameKind kind, string text, string expected) =>
        Schemes.Find(scheme, kind, rulesOnly: true)!.Of(text).Text.ShouldBe(expected);
}
