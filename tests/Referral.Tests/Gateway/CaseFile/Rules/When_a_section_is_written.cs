using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

public sealed class When_a_section_is_written
{
    public static TheoryData<Section> Whole =>
    [
        new Section { Head = InventedPerson.Head() },
        new Section { Person = InventedPerson.Person() },
        new Section { OriginFamily = InventedPerson.Family() },
        new Section { Facts = InventedPerson.Facts() },
        new Section { Identification = InventedPerson.Identification() },
        new Section { Care = InventedPerson.Care() },
    ];

    [Theory]
    [MemberData(nameof(Whole))]
    public void a_whole_one_is_kept_as_it_is(Section section) =>
        FolderChecks.Check(section, "TH", InventedPerson.Today).Outcome.ShouldBe(section);

    [Fact]
    public void a_code_of_no_list_is_refused_without_telling_it()
    {
        var refusal = Facts(f => f.Acts.Add("Somebody's name")).ShouldNotBeNull();

        (refusal.Code, refusal.Values["field"]).ShouldBe(("REF-2305", "acts"));
        refusal.ToString().ShouldNotContain("Somebody");
    }

    [Fact]
    public void a_body_that_is_no_post_of_this_country_is_refused() =>
        Check(new Section { Identification = new() { Body = "LA-WELFARE" } }, "REF-2305",
            "identification_body");

    [Theory]
    [InlineData("TH1")]
    [InlineData("la")]
    public void a_country_in_no_iso_form_is_refused(string code) =>
        Check(Person(p => p.NationalityClaimed.Add(code)), "REF-2305", "nationality_claimed");

    [Fact]
    public void any_iso_country_and_language_are_taken() => FolderChecks.Check(
        Person(p =>
        {
            p.NationalityClaimed.Add("MM");
            p.Languages.Add(new SpokenLanguage { Code = "mya" });
        }), "TH", InventedPerson.Today).Refused.ShouldBeFalse();

    [Fact]
    public void a_long_name_is_refused_with_the_limit()
    {
        var refusal = Check(Person(p => p.Name.AsWritten = new string('x', 201)), "REF-2008", "name_native");

        (refusal.Values["limit"], refusal.Values["unit"]).ShouldBe(("200", "characters"));
    }

    [Fact]
    public void a_free_text_may_be_long_but_not_endless()
    {
        Facts(f => f.Account.Text = new string('x', 20_000)).ShouldBeNull();
        Facts(f => f.Account.Text = new string('x', 20_001))!.Code.ShouldBe("REF-2008");
    }

    [Fact]
    public void a_list_of_more_than_fifty_is_refused() => Check(
        new Section { OriginFamily = new() { Relatives = { Enumerable.Range(0, 51)
            .Select(_ => new Relative()) } } },
        "REF-2008", "relatives");

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0x0007)]
    [InlineData(0x0085)]
    public void broken_and_control_characters_are_refused(int unit) =>
        Facts(f => f.Account.Text = $"invented {(char)unit} text")!.Code.ShouldBe("REF-2009");

    [Fact]
    public void lines_and_whole_pairs_are_taken() =>
        Facts(f => f.Account.Text = "first line\nsecond \ud83d\ude00").ShouldBeNull();

    private static Section Person(Action<PersonSection> change)
    {
        var person = InventedPerson.Person();
        change(person);
        return new() { Person = person };
    }

    private static Referral.Gateway.Refusal? Facts(Action<FactsSection> change)
    {
        var facts = InventedPerson.Facts();
        change(facts);
        return FolderChecks.Check(new Section { Facts = facts }, "TH", InventedPerson.Today).Refusal;
    }

    private static Referral.Gateway.Refusal Check(Section section, string code, string field)
    {
        var refusal = FolderChecks.Check(section, "TH", InventedPerson.Today).Refusal.ShouldNotBeNull();
        (refusal.Code, refusal.Values["field"]).ShouldBe((code, field));
        return refusal;
    }
}
