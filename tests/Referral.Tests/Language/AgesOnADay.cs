using Referral.Language;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_an_age_is_counted
{
    static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData("1 มีนาคม 2551", 18, 18, AgeBasis.BirthDay)]
    [InlineData("2 มีนาคม 2551", 17, 17, AgeBasis.BirthDay)]
    [InlineData("มีนาคม 2551", 17, 18, AgeBasis.BirthMonth)]
    [InlineData("พ.ศ. 2551", 17, 18, AgeBasis.BirthYear)]
    public void it_is_as_exact_as_the_birth_date(string written, int least, int most, AgeBasis basis)
    {
        var age = Ages.On(Day, Dates.Read(written)!);
        (age.Least, age.Most, age.Basis).ShouldBe((least, most, basis));
    }

    [Fact]
    public void what_is_not_known_is_neither_adult_nor_child()
    {
        Ages.On(Day, Dates.Read("พ.ศ. 2551")!).IsUnder(18).ShouldBeNull();
        Ages.On(Day, Dates.Read("พ.ศ. 2552")!).IsUnder(18).ShouldBe(true);
        Ages.On(Day, Dates.Read("พ.ศ. 2550")!).IsUnder(18).ShouldBe(false);
    }

    [Fact]
    public void a_stated_age_grows_with_time()
    {
        var age = Ages.FromStated(16, statedOn: new(2024, 3, 1), Day);
        (age.Least, age.Most, age.Basis).ShouldBe((18, 18, AgeBasis.StatedAge));
        Ages.FromStated(16, new(2024, 9, 1), Day).IsUnder(18).ShouldBeNull();
    }

    [Fact]
    public void a_nominal_age_may_be_two_years_too_high()
    {
        // Eighteen by the count of new years: born in 2009, or by the lunar year as late as February 2010.
        var age = Ages.FromNominal(18, toldOn: Day, Day);
        age.Born.ShouldBe(new DayInterval(new(2009, 1, 1), new(2010, 2, 20)));
        (age.Least, age.Most).ShouldBe((16, 17));
    }

    [Fact]
    public void a_thai_year_before_2484_spans_two()
    {
        Dates.Read("พ.ศ. 2480")!.Days.ShouldBe(new DayInterval(new(1937, 4, 1), new(1938, 3, 31)));
        Dates.Read("พ.ศ. 2483")!.Days.ShouldBe(new DayInterval(new(1940, 4, 1), new(1940, 12, 31)));
        Dates.Read("พ.ศ. 2484")!.Days.ShouldBe(new DayInterval(new(1941, 1, 1), new(1941, 12, 31)));
    }

    [Fact]
    public void the_year_that_had_no_january_has_none() => Dates.Read("15 มกราคม 2483").ShouldBeNull();

    [Fact]
    public void who_was_born_on_a_leap_day_is_older_in_march()
    {
        var birth = Dates.Read("29 กุมภาพันธ์ 2551")!;
        Ages.On(new(2026, 2, 28), birth).Most.ShouldBe(17);
        Ages.On(new(2026, 3, 1), birth).Most.ShouldBe(18);
    }

    [Fact]
    public void no_age_is_counted_before_birth() =>
        Should.Throw<ArgumentException>(() => Ages.On(new(2000, 1, 1), Dates.Read("พ.ศ. 2551")!));
}
