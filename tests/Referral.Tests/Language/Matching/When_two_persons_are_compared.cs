using Referral.Language.Matching;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Matching;

public sealed class When_two_persons_are_compared
{
    private static readonly MatchPerson Held =
        new("1", ["ບົວວັນ ສີສະຫວັດ"], "2004-08-17", "F", "ບ້ານ ໂພນທອງ");

    [Theory]
    [InlineData("2004-08-17", 1.0, MatchBecause.SameDay)]
    [InlineData("2004-08", 0.75, MatchBecause.SameMonth)]
    [InlineData("2004", 0.5, MatchBecause.SameYear)]
    [InlineData("2547-08-17", 0.5, MatchBecause.EraConfused)]
    [InlineData("2004-01-01", 0.4, MatchBecause.SameYear)]
    [InlineData("2005", 0.2, MatchBecause.YearNear)]
    [InlineData("2004-03-02", -0.2, MatchBecause.OtherDay)]
    [InlineData("2007", -0.3, MatchBecause.YearNear)]
    [InlineData("1990-08-17", -1.0, MatchBecause.OtherBirth)]
    public void a_birth_date_counts_as_far_as_it_is_known(string asked, double agreement, string because)
    {
        var reason = Reason(new("", ["Buawan"], asked), MatchTopic.Born);
        (reason.Agreement, reason.Because).ShouldBe((agreement, because));
    }

    [Theory]
    [InlineData("สุวรรณี", "Suwannee")]
    [InlineData("สราวุทธ", "Sarawut")]
    [InlineData("ชลดา", "Cholda")]
    public void a_thai_name_is_heard_by_its_other_readings_too(string held, string asked) =>
        PersonMatch.Score(new("", [asked]), new("1", [held])).Score.ShouldBeGreaterThan(0.85);

    [Fact]
    public void day_and_month_may_be_swapped() =>
        Reason(new("", ["Buawan"], "2004-05-03"), MatchTopic.Born, Held with { Born = "2004-03-05" })
            .Because.ShouldBe(MatchBecause.DayAndMonthSwapped);

    [Theory]
    [InlineData("17 August 2004")]
    [InlineData("2004-13")]
    [InlineData("2004-08-00")]
    [InlineData("๒๕๔๗")]
    public void what_is_no_date_counts_nothing(string asked) => PersonMatch
        .Score(new("", ["Buawan"], asked), Held).Reasons
            .ShouldNotContain(one => one.Topic == MatchTopic.Born);

    [Fact]
    public void every_fact_that_agrees_raises_and_every_one_against_lowers_the_score()
    {
        var name = Score(new("", ["Buawan Sisavath"]));
        var near = Score(new("", ["Buawan Sisavath"], "2004"));
        var all = Score(new("", ["Buawan Sisavath"], "2004-08-17", "F", "Phonthong"));
        var other = Score(new("", ["Buawan Sisavath"], "1971-02-03", "M"));
        all.ShouldBeGreaterThan(near);
        name.ShouldBeGreaterThan(near);
        other.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void an_unknown_sex_counts_nothing() => PersonMatch
        .Score(new("", ["Buawan"], Sex: "UNKNOWN"), Held).Reasons
        .ShouldNotContain(one => one.Topic == MatchTopic.Sex);

    [Fact]
    public void a_place_is_compared_by_its_sound_too() =>
        Reason(new("", ["Buawan"], Place: "Ban Phonthong"), MatchTopic.Place).Agreement
            .ShouldBeGreaterThan(0.85);

    [Fact]
    public void the_best_of_several_names_counts() => Score(new("", ["Somchai", "Bouavanh Sisavath"]))
        .ShouldBe(Score(new("", ["Bouavanh Sisavath"])), 1e-9);

    [Fact]
    public void the_reasons_add_up_to_the_score()
    {
        var found = PersonMatch.Score(new("", ["Bouavanh Sisavath"], "2004", "F"), Held);
        var sum = found.Reasons.Sum(one => one.Agreement * one.Weight);
        found.Score.ShouldBe(sum / found.Reasons.Sum(one => one.Weight), 1e-9);
    }

    private static double Score(MatchPerson asked) => PersonMatch.Score(asked, Held).Score;

    private static MatchReason Reason(MatchPerson asked, MatchTopic topic, MatchPerson? held = null) =>
        PersonMatch.Score(asked, held ?? Held).Reasons.Single(one => one.Topic == topic);
}
