using Referral.Gateway.CaseFile.Rendering;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rendering;

public sealed class When_a_role_looks
{
    [Fact]
    public void a_desk_officer_sees_identity_and_codes_and_no_free_text()
    {
        var seen = Seen("DO");

        seen.ShouldContain("name_native");
        seen.ShouldContain("acts");
        seen.ShouldContain("identification_date");
        seen.ShouldNotContain("account");
        seen.ShouldNotContain("description_for_tracing");
        seen.ShouldNotContain("relatives");
        seen.ShouldNotContain("safe_contact");
        seen.ShouldNotContain("shelter_name_address");
    }

    [Fact]
    public void a_case_manager_sees_the_account_and_what_is_highest_only_of_her_own_persons()
    {
        Seen("CM").ShouldContain("account");
        Seen("CM").ShouldNotContain("shelter_name_address");
        Seen("CM", own: true).ShouldContain("shelter_name_address");
    }

    [Fact]
    public void the_ministry_sees_identity_and_no_facts()
    {
        var seen = Seen("MF");

        seen.ShouldContain("name_native");
        seen.ShouldNotContain("acts");
        seen.ShouldNotContain("description_for_tracing");
    }

    [Theory]
    [InlineData("TK")]
    [InlineData("AUD")]
    [InlineData("SY")]
    [InlineData("no such role")]
    public void others_see_nothing(string role) => Seen(role).ShouldBeEmpty();

    [Fact]
    public void two_roles_see_what_either_sees() =>
        NeedToKnow.VisibleTo(All(), ["MF", "ID"]).Select(v => v.Key).ShouldContain("acts");

    [Theory]
    [InlineData("CM", "account", true)]
    [InlineData("DO", "account", true)]
    [InlineData("DO", "description_for_tracing", true)]
    [InlineData("ID", "account", true)]
    [InlineData("MF", "description_for_tracing", false)]
    [InlineData("MF", "account", false)]
    [InlineData("SH", "account", false)]
    [InlineData("MED", "account", false)]
    [InlineData("SY", "account", false)]
    [InlineData("CM", "no_such_field", false)]
    public void what_a_code_says_of_a_free_text_is_for_those_with_its_summary(
        string role, string field, bool sees) => NeedToKnow.SeesCodesOf(role, field).ShouldBe(sees);

    private static List<string> Seen(string role, bool own = false) =>
        [.. NeedToKnow.VisibleTo(All(), [role], own).Select(v => v.Key)];

    private static IReadOnlyList<Referral.Contracts.Desk.FieldView> All() =>
        FieldViews.Of(InventedPerson.Folder(), "th", "en");
}
