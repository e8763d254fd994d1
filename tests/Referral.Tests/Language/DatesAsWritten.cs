using Referral.Language;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_a_date_is_read
{
    [Theory]
    [InlineData("9 ตุลาคม 2541", "1998-10-09", Calendar.Buddhist)]
    [InlineData("๙ ต.ค. ๒๕๔๑", "1998-10-09", Calendar.Buddhist)]
    [InlineData("วันที่ 9 เดือนตุลาคม พ.ศ. 2541", "1998-10-09", Calendar.Buddhist)]
    [InlineData("09/10/1998", "1998-10-09", Calendar.Gregorian)]
    [InlineData("໐໙/໑໐/໑໙໙໘", "1998-10-09", Calendar.Gregorian)]
    [InlineData("9 ຕຸລາ 1998", "1998-10-09", Calendar.Gregorian)]
    [InlineData("1998年10月9日", "1998-10-09", Calendar.Gregorian)]
    [InlineData("1998-10-09", "1998-10-09", Calendar.Gregorian)]
    [InlineData("ngày 9 tháng 10 năm 1998", "1998-10-09", Calendar.Gregorian)]
    [InlineData("October 9, 1998", "1998-10-09", Calendar.Gregorian)]
    [InlineData("9 October 1998", "1998-10-09", Calendar.Gregorian)]
    [InlineData("ตุลาคม 2541 (ประมาณ) ตามคำบอก", "1998-10", Calendar.Buddhist)]
    [InlineData("พ.ศ. 2541", "1998", Calendar.Buddhist)]
    [InlineData("2541", "1998", Calendar.Buddhist)]
    public void value_and_calendar_are_those_of_the_text(string written, string value, Calendar calendar)
    {
        var date = Dates.Read(written).ShouldNotBeNull();
        (date.Value, date.Calendar).ShouldBe((value, calendar));
        date.Precision.ShouldBe((Precision)(value.Length / 3 - 1));
    }

    [Theory]
    [InlineData("31/02/1998")]
    [InlineData("10/13/1998")]
    [InlineData("29 กุมภาพันธ์ 2541")]
    [InlineData("9/10/41")]
    [InlineData("1/2/1998 - 3/2/1998")]
    [InlineData("ไม่ทราบ")]
    [InlineData("")]
    public void nothing_uncertain_or_impossible_is_read(string written) => Dates.Read(written).ShouldBeNull();

    [Fact]
    public void a_year_of_the_other_era_is_refused()
    {
        Dates.Read("2541", Calendar.Gregorian).ShouldBeNull();
        Dates.Read("1998", Calendar.Buddhist).ShouldBeNull();
        Dates.Read("พ.ศ. 2541", Calendar.Gregorian).ShouldBeNull();
    }

    [Fact]
    public void january_before_2484_falls_in_the_next_gregorian_year() =>
        Dates.Read("15 มกราคม 2480")!.Value.ShouldBe("1938-01-15");
}

public sealed class When_a_date_is_written_for_a_reader
{
    [Theory]
    [InlineData("th", "9 ตุลาคม พ.ศ. 2541")]
    [InlineData("lo", "9 ຕຸລາ ຄ.ສ. 1998")]
    [InlineData("zh", "1998年10月9日")]
    [InlineData("vi", "09/10/1998")]
    [InlineData("en", "9 October 1998")]
    public void it_is_in_the_readers_language_and_calendar(string language, string text)
    {
        Dates.Write("1998-10-09", Precision.Day, language).ShouldBe(text);
        Dates.Read(text)!.Value.ShouldBe("1998-10-09");
    }

    [Fact]
    public void what_is_not_known_is_left_out()
    {
        Dates.Write("1998-10", Precision.Month, "th").ShouldBe("ตุลาคม พ.ศ. 2541");
        Dates.Write("1998", Precision.Year, "lo").ShouldBe("ຄ.ສ. 1998");
        Dates.Write("1998-10", Precision.Month, "vi").ShouldBe("10/1998");
    }

    [Fact]
    public void a_value_that_is_no_date_is_a_fault() =>
        Should.Throw<ArgumentException>(() => Dates.Write("1998-02-30", Precision.Day, "en"));
}

public sealed class When_a_value_is_compared_with_the_text
{
    [Theory]
    [InlineData("9 ตุลาคม 2541", Calendar.Buddhist, "1998-10-09", true)]
    [InlineData("9 ตุลาคม 2541", Calendar.Buddhist, "1998-10", true)]
    [InlineData("ตุลาคม 2541", Calendar.Buddhist, "1998-10-09", true)]
    [InlineData("9 ตุลาคม 2541", Calendar.Buddhist, "1998-09-10", false)]
    [InlineData("9 ตุลาคม 2541", Calendar.Gregorian, "1998-10-09", false)]
    [InlineData("31/02/1998", Calendar.Gregorian, "1998-02-28", false)]
    [InlineData("ไม่ทราบ", Calendar.Buddhist, "1998", true)]
    [InlineData("ไม่ทราบ", Calendar.Buddhist, "1998-13", false)]
    public void it_agrees_as_far_as_both_are_precise(
        string written, Calendar calendar, string value, bool agrees) =>
        Dates.Agrees(written, calendar, value).ShouldBe(agrees);
}
