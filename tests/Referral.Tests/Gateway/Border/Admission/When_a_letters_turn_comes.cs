using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Shouldly;
using Xunit;
using static Referral.Tests.Gateway.Border.Admission.Judged;

namespace Referral.Tests.Gateway.Border.Admission;

public class When_a_letters_turn_comes
{
    [Fact]
    public void a_number_another_letter_took_raises_an_alert() =>
        Refused(Of(known: k => k with { NumberTaken = true }), "REF-2410", false, alert: true);

    [Theory]
    [InlineData(0u)]
    [InlineData(4u)]
    public void a_number_gone_by_or_zero_raises_an_alert(uint number) =>
        Refused(Of(l => l.Head.Number = number, k => k with { NextNumber = 5 }),
            "REF-2410", false, alert: true);

    [Fact]
    public void one_behind_a_gap_waits() => Of(l => l.Head.Number = 2).ShouldBeOfType<Verdict.Hold>();

    [Fact]
    public void one_behind_a_gap_whose_number_waits_already_raises_an_alert() =>
        Refused(Of(l => l.Head.Number = 2, k => k with { NumberTaken = true }),
            "REF-2410", false, alert: true);

    [Fact]
    public void a_defect_behind_a_gap_waits_for_its_turn()
    {
        static void Expired(Letter l)
        {
            l.Head.Number = 2;
            l.Head.ExpiresAt = Timestamp.FromDateTimeOffset(ThreeCountries.Now.AddDays(-1));
            l.Head.SchemaVersion = 9;
            l.ClearBody();
        }

        Of(Expired).ShouldBeOfType<Verdict.Hold>();
        Refused(Of(Expired, k => k with { NextNumber = 2 }), "REF-2406", true, state: RemState.NonDelivery);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void one_from_the_future_is_not_delivered(int minutesAhead, bool refused)
    {
        var verdict = Of(l => l.Head.WrittenAt =
            Timestamp.FromDateTimeOffset(ThreeCountries.Now.AddMinutes(minutesAhead)));
        if (refused)
            Refused(verdict, "REF-2406", true, state: RemState.NonDelivery);
        else
            verdict.ShouldBeOfType<Verdict.Admit>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void an_expired_one_is_not_delivered(int seconds) => Refused(
        Of(l => l.Head.ExpiresAt = Timestamp.FromDateTimeOffset(ThreeCountries.Now.AddSeconds(seconds))),
        "REF-2406", true, state: RemState.NonDelivery);

    [Theory]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MinValue, 0)]
    [InlineData(0, -1)]
    [InlineData(0, int.MaxValue)]
    public void a_time_beyond_the_calendar_is_a_refusal_not_a_fault(long seconds, int nanos)
    {
        var beyond = new Timestamp { Seconds = seconds, Nanos = nanos };
        Refused(Of(l => l.Head.WrittenAt = beyond), "REF-2406", true, state: RemState.NonDelivery);
        Refused(Of(l => l.Head.ExpiresAt = beyond), "REF-2406", true, state: RemState.NonDelivery);
    }

    [Fact]
    public void one_without_times_is_not_delivered()
    {
        Refused(Of(l => l.Head.WrittenAt = null), "REF-2406", true, state: RemState.NonDelivery);
        Refused(Of(l => l.Head.ExpiresAt = null), "REF-2406", true, state: RemState.NonDelivery);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(2u)]
    public void a_version_we_do_not_read_is_refused(uint version) =>
        Refused(Of(l => l.Head.SchemaVersion = version), "REF-2407", true);

    [Fact]
    public void an_unknown_body_is_refused() => Refused(Of(l => l.ClearBody()), "REF-2408", true);

    [Theory]
    [InlineData("M01")]
    [InlineData("")]
    [InlineData("m02")]
    public void a_kind_that_is_not_the_bodys_is_refused(string kind) =>
        Refused(Of(l => l.Head.Kind = kind), "REF-2408", true);

    [Fact]
    public void one_beyond_the_size_is_refused() => Refused(
        Of(known: k => k with { Limits = new PouchLimits { LetterBytesMax = 100 } }), "REF-2416", true);
}
