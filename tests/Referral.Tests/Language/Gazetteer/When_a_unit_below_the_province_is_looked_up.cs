using Referral.Language.Gazetteer;
using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Gazetteer;

public sealed class When_a_unit_below_the_province_is_looked_up
{
    private static readonly DateOnly Before = new(2025, 6, 30), After = new(2025, 7, 1);

    [Theory]
    [InlineData("LA", 148, 148)]
    [InlineData("TH", 927, 927)]
    [InlineData("CN", 333, 333)]
    [InlineData("VN", 696 + 10_035, 3_321)]
    public void as_many_are_in_force_as_there_were_on_that_day(string country, int before, int after)
    {
        Count(country, Before).ShouldBe(before);
        Count(country, After).ShouldBe(after);
    }

    [Fact]
    public void each_lies_in_a_province_that_was_in_force_with_it()
    {
        foreach (var unit in LowerUnits.All)
        {
            var day = unit.To ?? After;
            AdministrativeUnits.Find(LowerUnits.Above(unit, day).Last(), day).ShouldNotBeNull(unit.Code);
        }
    }

    [Fact]
    public void no_code_is_in_force_twice_on_one_day()
    {
        foreach (var day in new[] { Before, After })
            LowerUnits.All.Where(unit => unit.IsInForce(day)).GroupBy(unit => unit.Code)
                .Where(same => same.Count() > 1).ShouldBeEmpty();
    }

    [Fact]
    public void a_commune_lay_in_a_district_and_lies_in_a_province()
    {
        var old = LowerUnits.Named("Phường Phúc Xá", Before).ShouldHaveSingleItem();
        LowerUnits.Above(old, Before).ShouldBe(["VN-001", "VN-HN"]);
        LowerUnits.Find("VN-001", After).ShouldBeNull();
        var now = LowerUnits.Named("Phường Ba Đình", After).ShouldHaveSingleItem();
        LowerUnits.Above(now, After).ShouldBe(["VN-HN"]);
    }

    [Fact]
    public void a_name_that_several_bear_is_told_for_each() =>
        LowerUnits.Named("ວຽງທອງ", After).Select(unit => unit.Within).ShouldContain("LA-BL");

    [Fact]
    public void its_latin_letters_are_looked_up_before_rules_are_asked()
    {
        LowerUnits.LatinOf("ປາກເຊ").ShouldBe("Pakse");
        Schemes.Find("bgn", NameKind.Place)!.Of("ປາກເຊ").Text.ShouldBe("Pakse");
        Schemes.Find("bgn", NameKind.Place, rulesOnly: true)!.Of("ປາກເຊ").Text.ShouldNotBe("Pakse");
        LowerUnits.LatinOf("石家庄市").ShouldBeNull();
    }

    private static int Count(string country, DateOnly day) => LowerUnits.All.Count(unit =>
        unit.Code.StartsWith(country + "-", StringComparison.Ordinal) && unit.IsInForce(day));
}
