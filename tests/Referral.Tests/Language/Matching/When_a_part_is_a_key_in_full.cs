using Referral.Language.Matching;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Matching;

/// Names are invented.
public sealed class When_a_part_is_a_key_in_full
{
    [Theory]
    [InlineData("บัววัน สีสวัสดิ์", "Sisawat Bouavanh")]
    [InlineData("ແກ້ວມະນີ", "Keomany")]
    [InlineData("王伟", "WANG WEI")]
    [InlineData("Bua Wan", "Buawan")]
    public void another_spelling_has_it_too(string one, string other) =>
        Texts(one).Intersect(Texts(other)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Wei", "Wu")]
    [InlineData("Lan", "Linh")]
    public void other_vowels_are_another_key_where_the_skeleton_is_the_same(string one, string other)
    {
        MatchKeys.Of(one).Intersect(MatchKeys.Of(other)).ShouldNotBeEmpty();
        Texts(one).Intersect(Texts(other)).ShouldBeEmpty();
    }

    [Fact]
    public void it_is_no_key_of_another_kind() =>
        Texts("Buawan Sisavath").Intersect(MatchKeys.Of("Buawan Sisavath")).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("🙂")]
    public void what_cannot_be_read_has_none(string name) => FullKeys.Of(name).ShouldBeEmpty();

    static string[] Texts(string name) => [.. FullKeys.Of(name).Select(key => key.Text)];
}
