using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// A gap waits; what closes it lets all that waited take effect. The persons in the letters are invented.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_letters_come_out_of_turn(RunningGateways gateways)
{
    private readonly LetterByHand _hand = new(gateways);

    [Fact]
    public async Task they_are_held_and_take_effect_in_one_receipt_when_the_gap_is_filled()
    {
        var referral = _hand.NewReferral();
        string[] signed = [.. new[] { _hand.Notice(referral), _hand.Tracing(referral, 2),
            _hand.Tracing(referral, 3) }
            .Select(l => _hand.Sign(l))];
        await _hand.BringSigned(signed[2]);
        await _hand.BringSigned(signed[1]);

        (await _hand.Told(signed[1])).ShouldBe((RemState.RelayAcceptance, ""));
        (await _hand.Told(signed[2])).ShouldBe((RemState.RelayAcceptance, ""));
        await Unseen(referral);

        await _hand.BringSigned(signed[0]);

        var last = (await _hand.Receipts(signed[0])).ShouldHaveSingleItem();
        last.Outcomes.Select(o => (o.LetterId, o.State)).ShouldBe(
            [.. new[] { 0, 1, 2 }.Select(i => (Letter(signed[i]).Head.LetterId, RemState.Delivery))]);
        foreach (var one in signed)
            (await _hand.Row(one))!.ReceiptId.ShouldBe(last.ReceiptId);
        (await JournalTexts.Of(gateways, "LA", referral))
            .Where(e => e["kind"].StartsWith("letter-", StringComparison.Ordinal))
            .Select(e => (e["kind"], e["letter_number"])).ShouldBe(
            [
                ("letter-waiting", "3"), ("letter-waiting", "2"),
                ("letter-admitted", "1"), ("letter-admitted", "2"), ("letter-admitted", "3"),
            ]);
    }

    [Fact]
    public async Task in_one_pouch_the_wrong_way_round_each_has_one_outcome()
    {
        var referral = _hand.NewReferral();
        var (second, first) = (_hand.Sign(_hand.Tracing(referral, 2)), _hand.Sign(_hand.Notice(referral)));

        await _hand.BringSigned(second, first);

        (await _hand.Told(first)).State.ShouldBe(RemState.Delivery);
        (await _hand.Told(second)).State.ShouldBe(RemState.Delivery);
    }

    [Fact]
    public async Task a_void_first_then_the_notice_as_number_two()
    {
        var referral = _hand.NewReferral();
        var (empty, notice) = (_hand.Sign(_hand.Void(referral, 1)), _hand.Sign(_hand.Notice(referral, 2)));
        await _hand.BringSigned(empty);
        (await _hand.Told(empty)).ShouldBe((RemState.Delivery, ""));
        await Unseen(referral);

        await _hand.BringSigned(notice);

        (await _hand.Told(notice)).ShouldBe((RemState.Delivery, ""));
        var desk = gateways.Desk("LA");
        (await desk.Does(desk.Officer, (door, o) => door.GetCaseAsync(new() { Case = referral }, o)))
            .Stage.Code.ShouldBe("Arrived");
    }

    [Fact]
    public async Task a_refused_letter_that_waited_is_refused_in_its_turn_and_the_next_goes_on()
    {
        var referral = _hand.NewReferral();
        var late = _hand.Tracing(referral, 2);
        late.Head.SchemaVersion = 99;
        string[] signed = [_hand.Sign(late), _hand.Sign(_hand.Tracing(referral, 3)),
            _hand.Sign(_hand.Notice(referral))];
        await _hand.BringSigned(signed[0], signed[1]);

        await _hand.BringSigned(signed[2]);

        var outcomes = (await _hand.Receipts(signed[2])).Single().Outcomes;
        outcomes.Select(o => (o.State, o.Code)).ShouldBe(
            [(RemState.Delivery, ""), (RemState.RelayRejection, "REF-2407"), (RemState.Delivery, "")]);
    }

    [Fact]
    public async Task the_number_of_one_that_waits_is_taken()
    {
        var referral = _hand.NewReferral();
        await _hand.Bring(_hand.Tracing(referral, 2));
        var other = _hand.Sign(_hand.Tracing(referral, 2));

        await _hand.BringSigned(other);

        (await _hand.Told(other)).ShouldBe((RemState.RelayRejection, "REF-2410"));
    }

    [Fact]
    public async Task the_same_bytes_again_have_no_second_effect_and_the_first_receipt_is_owed_again()
    {
        var signed = _hand.Sign(_hand.Notice(_hand.NewReferral()));
        await _hand.BringSigned(signed);
        var receipt = (await _hand.Row(signed))!.ReceiptId;
        await RunningGateways.Until(async () => !await Owed(receipt), "the receipt to leave");
        var carrier = gateways.CarrierOf("LA");
        carrier.Hold();
        try
        {
            await _hand.BringSigned(signed, signed);

            await carrier.InFlight();
            (await Owed(receipt)).ShouldBeTrue();
            (await _hand.Receipts(signed)).Count.ShouldBe(1);
            (await gateways.Rows("LA",
                db => db.Tasks.CountAsync(t => t.LetterId == Letter(signed).Head.LetterId))).ShouldBe(1);
        }
        finally
        {
            carrier.Release();
        }
    }

    private Task<bool> Owed(string receipt) =>
        gateways.Rows("LA", db => db.OwedReceipts.AnyAsync(r => r.ReceiptId == receipt));

    // No task, no saga, nothing to open: the case has not begun here.
    private async Task Unseen(string referral)
    {
        var desk = gateways.Desk("LA");
        (await desk.Refuses(desk.Officer, (door, o) => door.GetCaseAsync(new() { Case = referral }, o)))
            .Code.ShouldBe("REF-2004");
        (await gateways.Rows("LA",
            db => db.Tasks.CountAsync(t => db.Cases.Any(c => c.Id == t.CaseId && c.Referral == referral))))
            .ShouldBe(0);
    }

    private static Letter Letter(string signed) => Referral.Gateway.Border.LetterText.Read(signed);
}
