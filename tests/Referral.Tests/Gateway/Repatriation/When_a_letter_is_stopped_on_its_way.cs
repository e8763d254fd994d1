using Microsoft.EntityFrameworkCore;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>
/// A withdrawal reaches what is released and has not left; what has left stays. All persons are invented.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_letter_is_stopped_on_its_way(RunningGateways gateways)
{
    [Fact]
    public async Task after_the_release_but_before_it_left_an_empty_void_takes_its_place()
    {
        var carrier = gateways.CarrierOf("TH");
        var ahead = await PlayedCase.Agreed(gateways);
        var one = await PlayedCase.Agreed(gateways);
        var (first, second) = (await ahead.Prepare("M01"), await one.Prepare("M01"));
        carrier.Hold();
        try
        {
            await ahead.Release(first.Revision);
            await carrier.InFlight();
            await one.Release(second.Revision);
            await one.Consent(Decision.Withdrawn, "NOTIFY_ORIGIN", "SHARE_IDENTITY");
        }
        finally
        {
            carrier.Release();
        }

        await ahead.ArrivesAbroad();
        await one.ArrivesAbroad();
        var there = await gateways.Rows(
            "LA", db => db.LettersIn.Where(l => l.Referral == one.Referral).ToListAsync());
        (there.ShouldHaveSingleItem().Kind, there[0].Number, there[0].State).ShouldBe(("VOID", 1, 6));
        (await gateways.Rows("LA", db => db.OriginCases.CountAsync(c => c.CorrelationId == there[0].CaseId)))
            .ShouldBe(0);
        (await gateways.Rows("LA", db => db.Tasks.CountAsync(t => t.CaseId == there[0].CaseId))).ShouldBe(0);
        var here = (await one.Timeline()).Letters;
        here.Select(l => (l.Kind.Code, l.State.Code)).ShouldBe([("M01", "2"), ("VOID", "6")]);
        (await one.View()).Holds.ShouldHaveSingleItem().Code.ShouldBe("CONSENT");
        (await gateways.Desk("LA").Refuses(gateways.Desk("LA").Officer,
            (door, o) => door.GetCaseAsync(new() { Case = one.Referral }, o))).Code.ShouldBe("REF-2004");
    }

    [Fact]
    public async Task a_notice_taken_back_before_it_left_may_be_sent_again_and_takes_effect_behind_its_void()
    {
        var carrier = gateways.CarrierOf("TH");
        var ahead = await PlayedCase.Agreed(gateways);
        var one = await PlayedCase.Agreed(gateways);
        var (first, second) = (await ahead.Prepare("M01"), await one.Prepare("M01"));
        carrier.Hold();
        try
        {
            await ahead.Release(first.Revision);
            await carrier.InFlight();
            var letter = (await one.Release(second.Revision)).Letters.ShouldHaveSingleItem();
            await one.Home.Does(one.Home.Supervisor, (door, o) => door.WithdrawLetterAsync(
                new() { CommandId = Desk.NewCommand(), Case = one.Number, LetterId = letter.LetterId }, o));
            (await one.View()).Stage.Code.ShouldBe("ReadyToNotify");
            await one.Release((await one.Prepare("M01")).Revision);
        }
        finally
        {
            carrier.Release();
        }

        await one.ArrivesAbroad();
        (await one.Timeline()).Letters.Select(l => (l.Kind.Code, l.Number, l.State.Code))
            .ShouldBe([("M01", 1u, "2"), ("VOID", 1u, "6"), ("M01", 2u, "6")]);
        (await one.Abroad.Does(one.Abroad.Officer,
            (door, o) => door.GetCaseAsync(new() { Case = one.Referral }, o)))
            .Stage.Code.ShouldBe("Arrived");
    }

    [Fact]
    public async Task a_scope_may_be_withdrawn_after_the_notice_was_taken_back()
    {
        var carrier = gateways.CarrierOf("TH");
        var ahead = await PlayedCase.Agreed(gateways);
        var one = await PlayedCase.Agreed(gateways);
        var (first, second) = (await ahead.Prepare("M01"), await one.Prepare("M01"));
        carrier.Hold();
        try
        {
            await ahead.Release(first.Revision);
            await carrier.InFlight();
            var letter = (await one.Release(second.Revision)).Letters.ShouldHaveSingleItem();
            await one.Home.Does(one.Home.Supervisor, (door, o) => door.WithdrawLetterAsync(
                new() { CommandId = Desk.NewCommand(), Case = one.Number, LetterId = letter.LetterId }, o));
            await one.Consent(Decision.Withdrawn, "SHARE_IDENTITY");
        }
        finally
        {
            carrier.Release();
        }

        (await one.Home.Refuses(one.Home.Officer,
            (door, o) => door.PrepareLetterAsync(one.PrepareOf("M01"), o)))
            .Code.ShouldBe("REF-2103");
    }

    [Fact]
    public async Task what_has_left_cannot_be_taken_back_and_no_further_letter_leaves()
    {
        var one = await PlayedCase.Verifying(gateways);
        var letter = (await one.Timeline()).Letters.First(l => l.Kind.Code == "M01");

        (await one.Home.Refuses(one.Home.Supervisor, (door, o) => door.WithdrawLetterAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Number, LetterId = letter.LetterId }, o)))
            .Code.ShouldBe("REF-2107");
        await one.Consent(Decision.Withdrawn, "SHARE_IDENTITY");
        (await one.Home.Refuses(one.Home.Officer,
            (door, o) => door.PrepareLetterAsync(one.PrepareOf("M03"), o)))
            .Code.ShouldBe("REF-2103");
    }
}
