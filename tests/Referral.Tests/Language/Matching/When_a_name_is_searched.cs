using Referral.Language.Matching;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Matching;

/// <summary>Names here are invented, or everybody's.</summary>
public sealed class When_a_name_is_searched
{
    private static readonly string[] Held =
    [
        "ບົວວັນ ສີສະຫວັດ", "ບຸນມີ ພົມມະຈັນ", "ວັນນາ ສີສະຫວັດ", "ຄຳພອນ ວົງສາ", "ณัฐพร ใจดี", "ณัฐพล ใจดี",
        "Nguyễn Thị Bình An", "欧阳丽", "สมชาย ทองดี", "ບົວພັນ ແສງທອງ",
    ];

    private static readonly PersonIndex Index = Filled();

    [Theory]
    [InlineData("Buawan")]
    [InlineData("Bouavanh")]
    [InlineData("บัววัน")]
    [InlineData("bua wan")]
    [InlineData("บัววรรณ")]
    [InlineData("นางสาวบัววัน")]
    [InlineData("SISAVATH<<BOUAVANH")]
    [InlineData("Buavan Srisawat")]
    public void she_is_found_by_every_spelling(string asked) => Best(asked).ShouldBe(Held[0]);

    [Theory]
    [InlineData("Nattaporn Jaidee", "ณัฐพร ใจดี")]
    [InlineData("Nathapol Chaidi", "ณัฐพล ใจดี")]
    [InlineData("Somchay Thongdee", "สมชาย ทองดี")]
    [InlineData("Khamphone Vongsa", "ຄຳພອນ ວົງສາ")]
    [InlineData("Boonmee Phommachanh", "ບຸນມີ ພົມມະຈັນ")]
    [InlineData("Nguyen Binh An", "Nguyễn Thị Bình An")]
    [InlineData("An Nguyen Thi Binh", "Nguyễn Thị Bình An")]
    [InlineData("Li Ouyang", "欧阳丽")]
    public void parts_stand_in_any_order_and_script(string asked, string held) => Best(asked).ShouldBe(held);

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("<<<<")]
    [InlineData("Quartz")]
    public void what_is_nobody_finds_nobody_for_certain(string asked) =>
        Index.Find(new("", [asked])).ShouldAllBe(found => found.Score < 0.6);

    [Fact]
    public void each_reason_says_which_parts_and_which_keys()
    {
        var reason = Index.Find(new("", ["Buawan"]))[0].Reasons[0];
        (reason.Topic, reason.Asked, reason.Held, reason.Because)
            .ShouldBe((MatchTopic.Name, "Buawan", "ບົວວັນ", MatchBecause.SoundsTheSame));
        reason.Keys.ShouldContain("pwn");
    }

    [Fact]
    public void two_parts_may_stand_for_one()
    {
        var reason = Index.Find(new("", ["bua wan"]))[0].Reasons[0];
        (reason.Asked, reason.Because).ShouldBe(("buawan", MatchBecause.WrittenTogether));
    }

    [Fact]
    public void a_part_nobody_asked_for_and_one_that_is_not_there_are_told()
    {
        var reasons = PersonMatch.Score(new("", ["Buawan Xyzzyq"]), new("", [Held[0]])).Reasons;
        reasons.ShouldContain(one => one.Because == MatchBecause.NothingAlike && one.Asked == "Xyzzyq");
        reasons.ShouldContain(one => one.Because == MatchBecause.NotAskedFor && one.Held == "ສີສະຫວັດ");
    }

    [Fact]
    public void keys_find_what_comparing_every_part_finds()
    {
        var index = new PersonIndex();
        string[] sounds = ["ກາ", "ບົວ", "ຈັນ", "ດາວ", "ມີ", "ພອນ", "ສີ", "ທອງ", "ວັນ", "ໄຊ", "ລາ", "ຄຳ",
            "ແກ້ວ", "ນາງ"];
        foreach (var one in sounds)
            foreach (var two in sounds)
                foreach (var three in sounds)
                    foreach (var four in sounds[..4]) index.Add(
                        new(one + two + three + four, [one + two + three + four]));
        index.PartCount.ShouldBeGreaterThan(6_000);
        foreach (var asked in new[] { "Bouachanhmyka", "Thongvanxaydao", "Kamponsibua" })
            index.Find(new("", [asked]))[0].Score
                .ShouldBe(index.FindExhaustively(new("", [asked]))[0].Score, 1e-9);
    }

    private static string? Best(string asked) => Index.Find(new("", [asked])).FirstOrDefault()?.Id;

    private static PersonIndex Filled()
    {
        var index = new PersonIndex();
        foreach (var name in Held) index.Add(new(name, [name]));
        return index;
    }
}
