using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

public sealed class When_a_date_is_written
{
    [Theory]
    [InlineData("2547-08-17", "REF-2303")]
    [InlineData("2004-02-30", "REF-2303")]
    [InlineData("17/8/2004", "REF-2303")]
    [InlineData("2025-07-22", "REF-2009")]
    [InlineData("1890-01-01", "REF-2009")]
    [InlineData("2004-08-18", "REF-2304")]
    public void one_that_cannot_be_is_refused(string value, string code)
    {
        var person = InventedPerson.Person();
        person.Birth.Date.Value = value;

        var refusal = Check(person).Refusal.ShouldNotBeNull();

        (refusal.Code, refusal.Values["field"]).ShouldBe((code, "birth_date"));
        if (code != "REF-2303")
            refusal.ToString().ShouldNotContain(value);
    }

    [Fact]
    public void the_buddhist_year_in_a_gregorian_value_is_told()
    {
        var person = InventedPerson.Person();
        person.Birth.Date.Value = "2567-08-17";

        Check(person).Refusal!.Values["value"].ShouldBe("2567");
    }

    [Fact]
    public void the_precision_must_be_that_of_the_value()
    {
        var person = InventedPerson.Person();
        person.Birth.Date.Precision = DatePrecision.Year;

        Check(person).Refusal!.Values["rule"].ShouldBe("PRECISION-AS-VALUE");
    }

    [Fact]
    public void thai_digits_and_the_buddhist_era_agree_with_the_gregorian_value()
    {
        var person = InventedPerson.Person();
        person.Birth.Date.AsWritten = "๑๗ สิงหาคม ๒๕๔๗";

        Check(person).Refused.ShouldBeFalse();
    }

    [Fact]
    public void a_childs_birth_is_checked_too()
    {
        var person = InventedPerson.Person();
        person.AccompanyingChildren.Add(new AccompanyingChild
        {
            Name = new() { AsWritten = "invented child", Script = "Latn" },
            Birth = new() { Date = new() { Value = "2568-06-01", Precision = DatePrecision.Day } },
        });

        Check(person).Refusal!.Values["field"].ShouldBe("accompanying_children");
    }

    [Theory]
    [InlineData("2025-01", "2024", "REF-2009")]
    [InlineData("2568-01", "2568-02", "REF-2303")]
    public void a_time_of_exploitation_runs_forward(string from, string to, string code)
    {
        var facts = new FactsSection { ExploitedFrom = from, ExploitedTo = to };

        FolderChecks.Check(new Section { Facts = facts }, "TH", InventedPerson.Today)
            .Refusal!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2007-07-22", DatePrecision.Day, false, true)]
    [InlineData("2007-07-21", DatePrecision.Day, false, false)]
    [InlineData("2007", DatePrecision.Year, false, true)]
    [InlineData("2004", DatePrecision.Year, true, false)]
    [InlineData("", DatePrecision.Unspecified, true, true)]
    public void whoever_may_be_under_eighteen_is_a_child(
        string value, DatePrecision precision, bool disputed, bool child)
    {
        var person = new PersonSection
        {
            Birth = new() { Date = new() { Value = value, Precision = precision } }, AgeDisputed = disputed,
        };

        Check(person).Outcome.Person.IsChild.ShouldBe(child);
        person.IsChild.ShouldBeFalse();
    }

    [Fact]
    public void the_mark_of_a_child_is_never_taken_away()
    {
        var person = InventedPerson.Person();
        person.IsChild = true;

        Check(person).Outcome.Person.IsChild.ShouldBeTrue();
    }

    private static Referral.Gateway.Decision<Section> Check(PersonSection person) =>
        FolderChecks.Check(new Section { Person = person }, "TH", InventedPerson.Today);
}
