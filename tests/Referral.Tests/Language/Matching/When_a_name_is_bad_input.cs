using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Referral.Language.Matching;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Matching;

public sealed class When_a_name_is_bad_input
{
    private const string Letters =
        "บัวสีเแ่้์ัึำกขຂບົວວັນຫຼ້ຽໍ王欧阳ÜőĐđạNguyn xq'<-.,0๑໑\u200B\uD800\uDC00\uE000\u0300😀&;\n\t\0";

    public static Arbitrary<string> Names => Gen.Choose(0, 24)
        .SelectMany(length => Gen.Elements(Letters.ToCharArray()).ArrayOf(length))
        .Select(letters => new string(letters)).ToArbitrary();

    [Property(MaxTest = 500, Arbitrary = [typeof(When_a_name_is_bad_input)])]
    public bool nothing_is_thrown_and_the_same_comes_out_again(string one, string other)
    {
        var score = PersonMatch.Score(new("", [one]), new("", [other])).Score;
        MatchKeys.Of(one).Count.ShouldBeLessThanOrEqualTo(MatchKeys.KeysMax);
        return score is >= 0 and <= 1 && score.Equals(
            PersonMatch.Score(new("", [one]), new("", [other])).Score);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(When_a_name_is_bad_input)])]
    public bool a_name_is_as_like_another_as_the_other_is_like_it(string one, string other)
    {
        var there = PersonMatch.Score(new("", [one, other]), new("", [other])).Score;
        return MatchKeys.Of(other).Count == 0 || there > 0.9;
    }

    [Theory]
    [InlineData("")]
    [InlineData("๐๑๒ 123")]
    [InlineData("😀😀")]
    [InlineData("\uD800")]
    [InlineData("\u200B\u200B")]
    [InlineData("\uE000\uE001")]
    public void what_is_no_name_has_no_key(string written) => MatchKeys.Of(written).ShouldBeEmpty();

    [Theory]
    [InlineData("<b>Buawan</b>")]
    [InlineData("Bua\u200Bwan")]
    [InlineData("Buawan 123")]
    public void what_stands_around_a_name_does_not_hide_it(string written) =>
        PersonMatch.Score(new("", [written]), new("", ["ບົວວັນ"])).Score.ShouldBeGreaterThan(0.3);

    [Fact]
    public void ten_thousand_letters_are_no_name()
    {
        MatchKeys.Of(new string('ก', 10_000)).ShouldBeEmpty();
        PersonMatch.Score(new("", [new string('a', 10_000)]), new("", ["a"])).Score.ShouldBe(0);
    }

    // The product runs without the system's cultures (invariant globalization); what is left of one is how
    // numbers are written. Names of cultures are known to no process of ours.
    [Theory]
    [InlineData(",")]
    [InlineData("٫")]
    public void how_a_machine_writes_numbers_changes_nothing(string decimalSign)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Compared();
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (decimalSign, "−");
        try
        {
            CultureInfo.CurrentCulture = other;
            Compared().ShouldBe(expected);
            MatchKeys.Of("ISSARA").ShouldBe(MatchKeys.Of("issara"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static double Compared() => PersonMatch.Score(
        new("", ["ISSARA TIPPAWAN"], "2004-08-17"), new("", ["อิสรา ทิพวรรณ"], "2004")).Score;
}
