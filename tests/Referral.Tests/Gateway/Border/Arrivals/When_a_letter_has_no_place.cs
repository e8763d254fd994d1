using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Repatriation;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// Its referral, its id or its number is taken or not its sender's to give. Written with the
/// neighbour's real keys. The persons in the letters are invented.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_letter_has_no_place(RunningGateways gateways)
{
    private readonly LetterByHand _hand = new(gateways);
    private readonly BroughtLetters _brought = new(gateways);

    [Theory]
    [InlineData("RC-TH-VN-2026-000001")]
    [InlineData("invented")]
    [InlineData("")]
    public Task whose_referral_is_not_between_us(string referral) =>
        _brought.IsRefused(_hand.Notice(referral), RemState.RelayRejection, "REF-2411", ownCase: false);

    [Fact]
    public Task that_gives_a_number_of_ours() => _brought.IsRefused(
        _hand.Notice(ReferralNumber.Make("LA", "TH", 2026, 777).ToString()),
        RemState.RelayRejection, "REF-2411", ownCase: false);

    [Fact]
    public async Task that_comes_before_the_notice()
    {
        var referral = _hand.NewReferral();

        await _brought.IsRefused(_hand.Request(referral, 1), RemState.RelayRejection, "REF-2418");

        // It has had its number; the notice comes as the next.
        await _brought.TakesEffect(_hand.Notice(referral, 2));
    }

    [Fact]
    public async Task with_the_id_of_another_letter()
    {
        var first = _hand.Notice(_hand.NewReferral());
        await _brought.TakesEffect(first);
        var second = _hand.Notice(_hand.NewReferral());
        second.Head.LetterId = first.Head.LetterId;

        await _brought.IsRefused(second, RemState.RelayRejection, "REF-2409", ownCase: false, alert: true);
    }

    [Fact]
    public async Task with_a_number_that_is_taken()
    {
        var referral = _hand.NewReferral();
        await _brought.TakesEffect(_hand.Notice(referral));

        await _brought.IsRefused(
            _hand.Tracing(referral, 1), RemState.RelayRejection, "REF-2410", ownCase: false, alert: true);
        await _brought.IsRefused(
            _hand.Tracing(referral, 0), RemState.RelayRejection, "REF-2410", ownCase: false, alert: true);
    }

    [Fact]
    public async Task a_second_notice_changes_nothing()
    {
        var referral = _hand.NewReferral();
        await _brought.TakesEffect(_hand.Notice(referral));
        await _brought.TakesEffect(_hand.Notice(referral, 2));

        (await gateways.Rows("LA", async db => (await db.OriginCases.FindAsync(
            (await db.Cases.SingleAsync(c => c.Referral == referral)).Id))!.Stage)).ShouldBe("Arrived");
    }
}
