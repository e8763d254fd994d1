using Referral.Contracts.Agreements;
using Referral.Gateway.Status;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Status;

public class When_a_due_day_is_counted
{
    [Theory]
    [InlineData("VERIFY-DEFAULT", "LA", "2026-03-02", "2026-04-01")]
    [InlineData("TH-GROUP", "TH", "2026-01-31", "2026-02-28")]
    [InlineData("DEATH", "LA", "2026-03-02", "2026-03-03")]
    [InlineData("MISSING-ADULT", "LA", "2026-03-02", "2026-03-04")]
    [InlineData("MISSING-CHILD", "LA", "2026-03-02", "2026-03-02")]
    // Monday after a Friday: the weekend does not count.
    [InlineData("ASSIGN-VERIFY", "VN", "2026-03-06", "2026-03-09")]
    // The Vietnamese new year of 2026 lies between: 16 to 20 February.
    [InlineData("ACK-NOTICE", "VN", "2026-02-13", "2026-02-24")]
    public void by_the_rules_unit_and_the_calendar_of_who_acts(
        string rule, string country, string from, string due) =>
        DueDates.Text(DueDates.Of(DeadlineBook.Shipped.Find(rule)!, country, Day(from)).Outcome)
            .ShouldBe(due);

    [Fact]
    public void past_the_calendar_it_is_refused_and_not_guessed()
    {
        var until = WorkingDays.Shipped.Until("VN");

        var no = DueDates.Of(DeadlineBook.Shipped.Find("VN-POLICE-VERIFY")!, "VN", until.AddDays(-5)).Refusal;

        no.ShouldNotBeNull().Code.ShouldBe("REF-2207");
        (no.Values["country"], no.Values["limit"]).ShouldBe(("VN", DueDates.Text(until)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
