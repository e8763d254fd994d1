using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// A fault of the machine refuses nothing and spoils no other letter. The fault is honest: a letter that
/// waits for a gap was damaged on the disk, so the letter that closes the gap cannot take its turn. Invented
/// persons.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_the_machine_faults_on_a_letter(RunningGateways gateways)
{
    private readonly LetterByHand _hand = new(gateways);

    [Fact]
    public async Task the_others_of_its_pouch_take_effect_and_it_stays_unanswered()
    {
        var (faulty, _) = await BeforeADamagedOne();
        var (before, behind) = (_hand.Sign(_hand.Notice(_hand.NewReferral())),
            _hand.Sign(_hand.Notice(_hand.NewReferral())));

        await _hand.BringSigned(before, faulty, behind);

        (await _hand.Told(before)).State.ShouldBe(RemState.Delivery);
        (await _hand.Told(behind)).State.ShouldBe(RemState.Delivery);
        await Unanswered(faulty);
    }

    [Fact]
    public async Task alone_in_its_pouch_it_does_not_stop_the_letterbox_either()
    {
        var (faulty, _) = await BeforeADamagedOne();

        await _hand.BringSigned(faulty);

        await Unanswered(faulty);
    }

    [Fact]
    public async Task it_takes_effect_when_it_comes_again_and_the_damage_is_mended()
    {
        var (faulty, mend) = await BeforeADamagedOne();
        await _hand.BringSigned(faulty);

        await mend();
        await _hand.BringSigned(faulty);

        (await _hand.Told(faulty)).State.ShouldBe(RemState.Delivery);
    }

    private async Task Unanswered(string faulty)
    {
        (await _hand.Row(faulty)).ShouldBeNull();
        (await _hand.Receipts(faulty)).ShouldBeEmpty();
        (await JournalTexts.Border(gateways, "LA")).Last(e => e["kind"] == "letter-faulted")["jws_sha256"]
            .ShouldBe(LetterByHand.Sha256(faulty));
    }

    private async Task<(string First, Func<Task> Mend)> BeforeADamagedOne()
    {
        var referral = _hand.NewReferral();
        var waiting = _hand.Sign(_hand.Tracing(referral, 2));
        await _hand.BringSigned(waiting);
        var row = (await _hand.Row(waiting))!;
        var whole = row.SealedJws.ShouldNotBeNull();
        byte[] damaged = [.. whole[..^1], (byte)(whole[^1] ^ 1)];
        await Write(row.Row, damaged);
        return (_hand.Sign(_hand.Notice(referral)), () => Write(row.Row, whole));
    }

    private Task<int> Write(long row, byte[] sealedJws) => gateways.Rows("LA", db => db.LettersIn
        .Where(l => l.Row == row).ExecuteUpdateAsync(set => set.SetProperty(l => l.SealedJws, sealedJws)));
}
