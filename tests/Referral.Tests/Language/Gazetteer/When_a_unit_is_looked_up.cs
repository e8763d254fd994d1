using Referral.Language.Gazetteer;
using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Gazetteer;

public sealed class When_a_unit_is_looked_up
{
    [Theory]
    [InlineData("VN", "2025-06-30", 63)]
    [InlineData("VN", "2025-07-01", 34)]
    [InlineData("LA", "2010-01-01", 17)]
    [InlineData("LA", "2014-01-01", 18)]
    [InlineData("TH", "2011-03-22", 76)]
    [InlineData("TH", "2011-03-23", 77)]
    public void as_many_are_in_force_as_there_were_on_that_day(string country, string day, int count) =>
        AdministrativeUnits.On(country, DateOnly.Parse(day)).Count().ShouldBe(count);

    [Fact]
    public void no_code_is_in_force_twice_on_one_day() =>
        AdministrativeUnits.All.Where(unit => AdministrativeUnits.All.Any(other => other != unit
            && other.Code == unit.Code && (other.From ?? default) <= (unit.To ?? DateOnly.MaxValue)
            && (unit.From ?? default) <= (other.To ?? DateOnly.MaxValue))).ShouldBeEmpty();

    [Fact]
    public void a_place_of_an_old_unit_lies_in_the_one_that_took_it_in()
    {
        var day = new DateOnly(2026, 1, 1);
        AdministrativeUnits.Find("VN-43", day).ShouldBeNull();
        AdministrativeUnits.Today("VN-43", day)!.Code.ShouldBe("VN-SG");
        AdministrativeUnits.Find("VN-43", new DateOnly(2025, 6, 30))!.Vietnamese.ShouldBe("Bà Rịa-Vũng Tàu");
    }

    [Fact]
    public void lookup_goes_before_rules_unless_only_rules_are_asked_for()
    {
        Schemes.Find("rtgs", NameKind.Place)!.Of("กรุงเทพมหานคร").Text.ShouldBe("Bangkok");
        Schemes.Find("rtgs", NameKind.Place, rulesOnly: true)!.Of("กรุงเทพมหานคร").Text
            .ShouldNotBe("Bangkok");
        Schemes.Find("zh-thai", NameKind.Place)!.Of("广东").Text.ShouldBe("กวางตุ้ง");
    }
}
