using Referral.Language;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_a_title_stands_before_a_name
{
    [Theory]
    [InlineData("นางสาวบัววัน สีดา", "Thai", "นางสาว", "บัววัน สีดา")]
    [InlineData("เด็กหญิง คำผิว", "Thai", "เด็กหญิง", "คำผิว")]
    [InlineData("ນາງ ບົວວັນ", "Laoo", "ນາງ", "ບົວວັນ")]
    [InlineData("ທ້າວສົມ", "Laoo", "ທ້າວ", "ສົມ")]
    [InlineData("王小明先生", "Hans", "先生", "王小明")]
    [InlineData("Ông Trần Bình", "Latn", "Ông", "Trần Bình")]
    public void it_is_cut_off(string written, string script, string title, string rest)
    {
        Names.StripTitle(written, script, out var found).ShouldBe(rest);
        found.ShouldBe(title);
    }

    [Theory]
    [InlineData("บัววัน", "Thai")]
    [InlineData("นายก", "Thai")]
    [InlineData("ນາງ", "Laoo")]
    [InlineData("Missy Lee", "Latn")]
    public void a_name_that_only_begins_alike_is_left_whole(string written, string script)
    {
        Names.StripTitle(written, script, out var found).ShouldBe(written);
        found.ShouldBeNull();
    }
}
