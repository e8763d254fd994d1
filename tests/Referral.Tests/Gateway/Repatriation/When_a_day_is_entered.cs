using Referral.Gateway.Repatriation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Repatriation;

public class When_a_day_is_entered
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("", "2026-03-02")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2000-01-01", "2000-01-01")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void a_real_one_up_to_today_is_taken(string text, string day) =>
        HappenedOn.Read(text, Today).Outcome.ShouldBe(day);

    [Theory]
    [InlineData("2026-03-03", "2026-03-03")]
    [InlineData("1999-12-31", "1999-12-31")]
    [InlineData("2025-02-29", "2025-02-29")]
    [InlineData("2569-03-02", "2569-03-02")]
    [InlineData("2026-3-2", "2026-3-2")]
    [InlineData("02.03.2026", "-")]
    [InlineData("invented name", "-")]
    [InlineData("2026-03-02T00:00:00Z", "-")]
    [InlineData("๒๕๖๙-๐๓-๐๒", "-")]
    public void any_other_is_refused_and_told_again_only_where_it_looks_like_a_day(string text, string told)
    {
        var no = HappenedOn.Read(text, Today).Refusal.ShouldNotBeNull();

        no.Code.ShouldBe("REF-2303");
        no.Values["value"].ShouldBe(told);
    }
}
