using Referral.Gateway;
using Referral.Gateway.Agreements;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Agreements;

public sealed class When_a_letter_is_judged
{
    private static readonly DateTimeOffset Now = new(2025, 7, 21, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void a_pair_whose_agreement_is_dormant_is_refused_with_agreement_status_and_source()
    {
        var refusal = Ask("CN", "LA", "M01", "sex").Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("REF-2201");
        refusal.Values["instrument"].ShouldBe("LA-CN");
        refusal.Values["status"].ShouldBe("DORMANT");
        refusal.Values["mark"].ShouldBe("mixed");
        refusal.Values["source"].ShouldNotBeNullOrWhiteSpace();
        (refusal.Values["country"], refusal.Values["country2"]).ShouldBe(("CN", "LA"));
    }

    [Fact]
    public void an_agreement_not_confirmed_lets_it_go_with_a_warning()
    {
        var permission = Ask("TH", "VN", "M01", "sex", "acts").Outcome;

        permission.Instrument.Id.ShouldBe("TH-VN-2008");
        permission.Warnings.ShouldBe(["SIGNED_NOT_CONFIRMED"]);
    }

    [Fact]
    public void the_permission_names_version_rule_purpose_and_class()
    {
        var permission = Ask("TH", "LA", "M01", "sex", "acts").Outcome;

        permission.Version.ShouldBe("1");
        permission.Rule.ShouldBe("LA-TH-2005/M01");
        permission.Purpose.ShouldBe("VICTIM_IDENTIFICATION");
        permission.DataClass.ShouldBe("P3");
        permission.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("shelter_name_address", "REF-2204")]
    [InlineData("safe_contact", "REF-2204")]
    [InlineData("earlier_case_link", "REF-2204")]
    [InlineData("account", "REF-2203")]
    [InlineData("relatives", "REF-2203")]
    [InlineData("no_such_field", "REF-2203")]
    public void a_field_outside_the_notice_is_refused_by_name(string field, string code)
    {
        var refusal = Ask("TH", "LA", "M01", "sex", field).Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe(code);
        refusal.Values["field"].ShouldBe(field);
        refusal.Values["rule"].ShouldBe("LA-TH-2005/M01");
        refusal.Values["instrument"].ShouldBe("LA-TH-2005");
    }

    [Fact]
    public void what_never_crosses_is_named_before_what_is_in_no_row() =>
        Ask("TH", "LA", "M01", "account", "shelter_name_address").Refusal!.Code.ShouldBe("REF-2204");

    [Fact]
    public void a_letter_in_the_wrong_direction_is_not_covered() =>
        Judge.Permit(new("LA", "TH", "TH", "LA", "M01", []), Register.AsShipped, Now)
            .Refusal!.Code.ShouldBe("REF-2202");

    [Theory]
    [InlineData("M31")]
    [InlineData("T04")]
    [InlineData("X99")]
    public void a_letter_no_agreement_carries_is_not_covered(string kind) =>
        Ask("TH", "LA", kind).Refusal!.Code.ShouldBe("REF-2202");

    [Theory]
    [InlineData("M30", "note")]
    [InlineData("M32", "channel_change")]
    [InlineData("M26", "death")]
    public void diplomacy_needs_no_agreement_of_the_pair(string kind, string field) =>
        Ask("CN", "LA", kind, field).Outcome.Instrument.Id.ShouldBe("DIPLOMATIC");

    private static Decision<Permission> Ask(string host, string origin, string kind,
        params string[] fields) =>
        Judge.Permit(new(host, origin, host, origin, kind, fields), Register.AsShipped, Now);
}
