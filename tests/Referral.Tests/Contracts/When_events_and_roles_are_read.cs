using Referral.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_events_and_roles_are_read
{
    [Fact]
    public void every_event_names_roles_posts_and_letters_that_exist()
    {
        foreach (var rule in EventBook.Shipped.All)
        {
            foreach (var role in rule.Roles.Concat(rule.PreparedBy ?? []))
                RoleBook.Shipped.Knows(role).ShouldBeTrue($"{rule.Event} {role}");
            foreach (var kind in rule.PostKinds.Concat(rule.PreparedAt ?? []))
                VocabularyBook.Shipped.Knows("post_kind", kind).ShouldBeTrue($"{rule.Event} {kind}");
            foreach (var letter in rule.Sends)
                LetterBook.Shipped.Find(letter).ShouldNotBeNull($"{rule.Event} {letter}");
        }
    }

    [Fact]
    public void a_second_person_is_asked_for_exactly_where_something_is_prepared()
    {
        foreach (var rule in EventBook.Shipped.All)
            rule.SecondPerson.ShouldBe(rule.PreparedBy is not null, rule.Event);
    }

    [Fact]
    public void a_letter_that_needs_a_second_person_leaves_through_an_event_that_asks_for_one()
    {
        foreach (var rule in EventBook.Shipped.All.Where(r => r.Saga is "host" or "origin"))
            if (rule.Sends.Any(l => LetterBook.Shipped.Find(l)!.SecondPerson))
                rule.SecondPerson.ShouldBeTrue(rule.Event);
    }

    [Fact]
    public void the_notice_is_prepared_by_the_case_manager_and_released_by_the_supervisor()
    {
        var rule = EventBook.Shipped.Find("host", "NoticeReleased").ShouldNotBeNull();
        rule.PreparedBy.ShouldBe(["CM", "DO"]);
        rule.PreparedAt.ShouldBe(["WELFARE", "SHELTER", "HOME_DESK", "EMBASSY"]);
        rule.Roles.ShouldBe(["DS"]);
        rule.PostKinds.ShouldBe(["HOME_DESK", "EMBASSY"]);
        rule.Sends.ShouldBe(["M01", "M05"]);
    }

    [Fact]
    public void only_the_ministry_sends_a_note()
    {
        foreach (var name in new[] { "RoutedViaMFA", "NoInstrument" })
            EventBook.Shipped.Find("host", name)!.Roles.ShouldBe(["MF"]);
        EventBook.Shipped.Find("ledger", "NoteSent")!.Roles.ShouldBe(["MF"]);
    }

    [Fact]
    public void an_event_that_is_not_in_the_table_has_no_rule() =>
        EventBook.Shipped.Find("origin", "NoticeReleased").ShouldBeNull();

    [Theory]
    [InlineData("DO", "P2", "RW")]
    [InlineData("DO", "P3_FACTS", "s")]
    [InlineData("DO", "P4_HEALTH", "-")]
    [InlineData("PL", "P3_FAMILY", "-")]
    [InlineData("PL", "E", "RW")]
    [InlineData("TK", "P2", "-")]
    [InlineData("CM", "P4_HEALTH", "own")]
    [InlineData("NOBODY", "P1", "-")]
    public void the_matrix_says_what_a_role_may(string role, string area, string may) =>
        RoleBook.Shipped.May(role, area).ShouldBe(may);

    [Fact]
    public void police_and_desk_roles_exclude_each_other_in_one_case()
    {
        RoleBook.Shipped.Excludes("CM", "PL").ShouldBeTrue();
        RoleBook.Shipped.Excludes("PL", "DO").ShouldBeTrue();
        RoleBook.Shipped.Excludes("CM", "DS").ShouldBeFalse();
        RoleBook.Shipped.Excludes("TR", "RV", "TEXT_UNIT").ShouldBeTrue();
    }
}
