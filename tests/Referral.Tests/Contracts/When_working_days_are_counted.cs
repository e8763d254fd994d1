using Referral.Contracts.Agreements;
using Referral.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_working_days_are_counted
{
    private static readonly WorkingDays Days = WorkingDays.Shipped;

    [Fact]
    public void twenty_and_ten_days_after_tet_end_in_april()
    {
        var police = Days.Add("VN", new(2026, 2, 23), 20).ShouldNotBeNull();
        police.ShouldBe(new DateOnly(2026, 3, 23));
        Days.Add("VN", police, 10).ShouldBe(new DateOnly(2026, 4, 6));
    }

    [Fact]
    public void tet_is_left_out() =>
        Days.Add("VN", new(2026, 2, 13), 1).ShouldBe(new DateOnly(2026, 2, 23));

    [Fact]
    public void songkran_is_left_out() =>
        Days.Add("TH", new(2026, 4, 10), 1).ShouldBe(new DateOnly(2026, 4, 16));

    [Fact]
    public void twenty_days_over_songkran_skip_chakri_songkran_and_coronation() =>
        Days.Add("TH", new(2026, 4, 3), 20).ShouldBe(new DateOnly(2026, 5, 8));

    [Fact]
    public void a_weekend_day_worked_in_exchange_counts() =>
        Days.Add("CN", new(2026, 2, 13), 1).ShouldBe(new DateOnly(2026, 2, 14));

    [Fact]
    public void no_days_give_the_day_itself() =>
        Days.Add("LA", new(2026, 4, 14), 0).ShouldBe(new DateOnly(2026, 4, 14));

    [Fact]
    public void a_date_after_the_last_year_held_has_no_answer()
    {
        Days.Until("VN").ShouldBe(new DateOnly(2027, 12, 31));
        Days.Add("VN", new(2027, 12, 20), 20).ShouldBeNull();
        Days.Add("VN", new(2028, 1, 3), 1).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Days.IsWorkingDay("VN", new(2028, 1, 3)));
    }

    [Fact]
    public void every_country_has_a_calendar_to_the_end_of_the_next_year()
    {
        foreach (var country in VocabularyBook.Shipped.Codes("country"))
            Days.Until(country).ShouldBe(new DateOnly(2027, 12, 31), country);
    }

    [Fact]
    public void the_spring_festival_of_2027_is_left_out_everywhere_it_is_kept()
    {
        Days.IsWorkingDay("CN", new(2027, 2, 8)).ShouldBeFalse();
        Days.IsWorkingDay("VN", new(2027, 2, 8)).ShouldBeFalse();
        Days.IsWorkingDay("TH", new(2027, 2, 8)).ShouldBeTrue();
    }
}
