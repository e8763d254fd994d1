using Referral.Contracts.Agreements;
using Referral.Gateway.Agreements;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Agreements;

public sealed class When_two_persons_turn_the_switch
{
    private static readonly DateTimeOffset Turned = new(2025, 5, 12, 2, 0, 0, TimeSpan.Zero);

    private static readonly Instrument Dormant = InstrumentBook.Shipped.Find("LA-CN")!;

    private static readonly Instrument Operated = InstrumentBook.Shipped.Find("LA-TH-2005")!;

    [Fact]
    public void it_holds_from_that_moment_and_not_before()
    {
        var register =
            new Register([new("LA-CN", true, Turned, "officer-1", "officer-2", "SIGNED_NOT_CONFIRMED")]);

        register.OperatedAt(Dormant, Turned.AddSeconds(-1)).ShouldBeFalse();
        register.OperatedAt(Dormant, Turned).ShouldBeTrue();
        Judge.Permit(new("CN", "LA", "CN", "LA", "M01", []), register, Turned).Outcome
            .Warnings.ShouldBe(["SIGNED_NOT_CONFIRMED"]);
    }

    [Fact]
    public void a_dormant_agreement_is_not_operated_until_its_status_is_confirmed() =>
        new Register([new("LA-CN", true, Turned, "officer-1", "officer-2")])
            .OperatedAt(Dormant, Turned).ShouldBeFalse();

    [Fact]
    public void one_person_alone_turns_nothing() =>
        new Register([new("LA-TH-2005", false, Turned, "officer-1", "officer-1")])
            .OperatedAt(Operated, Turned).ShouldBeTrue();

    [Fact]
    public void the_newest_turn_before_the_moment_counts()
    {
        var register = new Register(
        [
            new("LA-TH-2005", true, Turned.AddDays(10), "officer-1", "officer-2"),
            new("LA-TH-2005", false, Turned, "officer-1", "officer-2"),
        ]);

        register.OperatedAt(Operated, Turned.AddDays(-1)).ShouldBeTrue();
        register.OperatedAt(Operated, Turned.AddDays(5)).ShouldBeFalse();
        register.OperatedAt(Operated, Turned.AddDays(10)).ShouldBeTrue();
    }

    [Fact]
    public void a_pair_switched_off_is_refused_with_its_status()
    {
        var register = new Register([new("LA-TH-2005", false, Turned, "officer-1", "officer-2", "EXPIRED")]);

        var refusal = Judge.Permit(new("TH", "LA", "TH", "LA", "M01", []), register, Turned)
            .Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("REF-2201");
        refusal.Values["instrument"].ShouldBe("LA-TH-2005; LA-TH-2017");
        refusal.Values["status"].ShouldBe("EXPIRED; SIGNED_NOT_CONFIRMED");
    }
}
