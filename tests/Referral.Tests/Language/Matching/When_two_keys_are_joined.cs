using Referral.Language.Matching;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Matching;

/// Names are invented.
public sealed class When_two_keys_are_joined
{
    [Theory]
    [InlineData("บัววัน สีสวัสดิ์", "Sisawat Bouavanh")]
    [InlineData("ສົມສີ ແກ້ວມະນີ", "Keomany Somsy")]
    [InlineData("Nguyễn Thị Hoa", "HOA NGUYEN")]
    public void another_spelling_in_another_order_has_one_in_common(string one, string other) =>
        Texts(one, "").Intersect(Texts(other, "")).ShouldNotBeEmpty();

    [Fact]
    public void the_year_goes_with_each_part_and_nothing_else_of_the_date_does()
    {
        Texts("บัววัน สีสวัสดิ์", "2004-08-17").ShouldBe(Texts("บัววัน สีสวัสดิ์", "2004"));
        Texts("บัววัน", "2004").Intersect(Texts("Bouavanh", "2004-01-01")).ShouldNotBeEmpty();
        Texts("บัววัน", "2004").Intersect(Texts("Bouavanh", "2005")).ShouldBeEmpty();
    }

    [Fact]
    public void both_parts_whole_say_more_than_one_lacking_a_consonant()
    {
        var keys = JointKeys.Of("บัววัน สีสวัสดิ์", "");
        keys.Select(key => key.Weight).Distinct().Count().ShouldBe(2);
        keys.MaxBy(key => key.Weight).ShouldBe(keys[0]);
    }

    [Theory]
    [InlineData("", "2004")]
    [InlineData("🙂", "2004")]
    [InlineData("บัววัน", "")]
    [InlineData("บัววัน", "unknown")]
    public void one_thing_alone_makes_none(string name, string born) =>
        JointKeys.Of(name, born).ShouldBeEmpty();

    [Fact]
    public void a_long_name_has_no_more_than_the_most() =>
        JointKeys.Of(string.Join(' ', "Buawan Somchai Prasert Khamphone Thongdee Wilaiwan".Split(' ')
            .Concat("Siriporn Bounmy Sisavath Keomany".Split(' '))), "2004").Count
            .ShouldBe(JointKeys.KeysMax);

    static string[] Texts(string name, string born) => [.. JointKeys.Of(name, born).Select(key => key.Text)];
}
