using Referral.Contracts.Agreements;
using Referral.Contracts.Vocabulary;
using Shouldly;
using Xunit;

namespace Referral.Tests.Contracts;

public class When_agreements_are_read
{
    private static readonly InstrumentBook Book = InstrumentBook.Shipped;

    [Fact]
    public void each_shipped_switch_is_as_decided()
    {
        Book.Find("LA-TH-2005")!.Operated.ShouldBeTrue();
        Book.Find("LA-TH-2017")!.Operated.ShouldBeFalse();
        Book.Find("LA-CN")!.Operated.ShouldBeFalse();
        Book.Find("LA-CN")!.Status.ShouldBe("DORMANT");
    }

    [Fact]
    public void only_what_is_in_force_or_signed_is_operated()
    {
        foreach (var agreement in Book.All.Where(a => a.Operated))
            agreement.Status.ShouldBeOneOf("IN_FORCE", "SIGNED_NOT_CONFIRMED");
    }

    [Fact]
    public void every_letter_is_known_and_has_a_purpose_the_agreement_names()
    {
        foreach (var agreement in Book.All)
            foreach (var letter in agreement.Letters)
                LetterBook.Shipped.Find(letter).ShouldNotBeNull($"{agreement.Id} {letter}")
                    .Serves(agreement.Purposes).ShouldBeTrue($"{agreement.Id} {letter}");
    }

    [Fact]
    public void every_deadline_it_names_exists()
    {
        foreach (var agreement in Book.All)
            foreach (var id in agreement.Deadlines)
                DeadlineBook.Shipped.Find(id).ShouldNotBeNull($"{agreement.Id} {id}");
    }

    [Fact]
    public void every_pair_finds_its_own_and_the_diplomatic_channel()
    {
        Book.Between("TH", "LA").First().Id.ShouldBe("LA-TH-2005");
        Book.Between("LA", "TH").ShouldContain(a => a.Id == "DIPLOMATIC");
        Book.Between("LA", "LA").ShouldBeEmpty();
    }

    [Fact]
    public void a_clause_that_was_not_read_has_no_number()
    {
        Book.Find("LA-TH-2005")!.ClauseFor("RETURN")!.Number.ShouldBeNull();
        Book.Find("PALERMO-2000")!.ClauseFor("NATIONALITY_VERIFICATION")!.Number.ShouldBe("Art. 8(3)");
    }

    [Fact]
    public void the_way_through_the_ministry_is_named()
    {
        Book.Find("LA-VN-2010")!.RouteFor("LA")!.Rule.ShouldBe("LA-ART28");
        Book.Find("LA-VN-2010")!.RouteFor("VN").ShouldBeNull();
    }

    [Fact]
    public void every_time_limit_has_numbers_and_a_unit()
    {
        DeadlineBook.Shipped.All.Count.ShouldBe(85);
        foreach (var rule in DeadlineBook.Shipped.All)
        {
            rule.Amounts.ShouldNotBeEmpty();
            rule.Unit.ShouldBeOneOf("hours", "days", "working_days", "months", "month");
        }
        DeadlineBook.Shipped.Find("ACK-NOTICE")!.Amount.ShouldBe(2);
        DeadlineBook.Shipped.Find("FOLLOWUP")!.Amounts.ShouldBe([1, 3, 6, 12]);
        DeadlineBook.Shipped.Find("TH-SHELTER-STAY")!.Amount.ShouldBe(240);
    }

    [Fact]
    public void crossings_join_their_two_countries() =>
        CrossingBook.Shipped.Between("TH", "LA").ShouldContain(c => c.Id == "LA-TH-FB1");
}
