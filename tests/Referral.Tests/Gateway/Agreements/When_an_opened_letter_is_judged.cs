using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Agreements;

public sealed class When_an_opened_letter_is_judged
{
    private static readonly DateTimeOffset WrittenAt = new(2025, 7, 21, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void one_that_keeps_to_its_row_is_permitted()
    {
        var permission = Judge.PermitArrived(Notice(), Register.AsShipped).Outcome;

        (permission.Rule, permission.DataClass).ShouldBe(("LA-TH-2005/M01", "P3"));
    }

    [Fact]
    public void it_is_judged_by_what_was_operated_here_when_it_was_written()
    {
        Register Off(DateTimeOffset since) =>
            new([new("LA-TH-2005", false, since, "officer-1", "officer-2")]);

        Judge.PermitArrived(Notice(), Off(WrittenAt.AddMinutes(1))).Refused.ShouldBeFalse();
        Judge.PermitArrived(Notice(), Off(WrittenAt.AddMinutes(-1))).Refusal!.Code.ShouldBe("REF-2413");
    }

    [Fact]
    public void a_version_not_held_here_is_refused() =>
        Code(l => l.Head.AgreementVersion = "2").ShouldBe("REF-2206");

    [Fact]
    public void an_agreement_not_held_here_is_refused() =>
        Code(l => l.Head.AgreementId = "XX").ShouldBe("REF-2206");

    [Fact]
    public void a_rule_that_is_not_ours_is_refused() =>
        Code(l => l.Head.AgreementRule = "LA-TH-2005/M02").ShouldBe("REF-2202");

    [Fact]
    public void another_pairs_agreement_is_refused() => Code(l =>
    {
        l.Head.AgreementId = "LA-VN-2010";
        l.Head.AgreementRule = "LA-VN-2010/M01";
    }).ShouldBe("REF-2202");

    [Fact]
    public void a_kind_that_is_not_that_of_its_body_is_refused() =>
        Code(l => l.Head.Kind = "M02").ShouldBe("REF-2408");

    [Fact]
    public void an_official_named_as_trafficker_is_refused() => Code(
        l => l.VictimIdentificationNotice.RelationshipToTrafficker = "OFFICIAL").ShouldBe("REF-2204");

    [Fact]
    public void a_void_passes_though_the_agreement_was_switched_off()
    {
        var letter = Notice();
        letter.Void = new();
        letter.Head.Kind = "VOID";
        letter.Head.AgreementRule = "LA-TH-2005/VOID";

        Judge.PermitArrived(letter,
            new([new("LA-TH-2005", false, WrittenAt.AddDays(-1), "officer-1", "officer-2")]))
            .Refused.ShouldBeFalse();
    }

    private static string? Code(Action<Letter> spoil)
    {
        var letter = Notice();
        spoil(letter);
        return Judge.PermitArrived(letter, Register.AsShipped).Refusal?.Code;
    }

    private static Letter Notice() => new()
    {
        Head = new()
        {
            Kind = "M01", Referral = "RC-TH-LA-2025-000001-X", FromCountry = "TH", ToCountry = "LA",
            AgreementId = "LA-TH-2005", AgreementVersion = "1", AgreementRule = "LA-TH-2005/M01",
            WrittenAt = Timestamp.FromDateTimeOffset(WrittenAt),
        },
        VictimIdentificationNotice = new() { Sex = "F", Acts = { "RECRUIT" } },
    };
}
