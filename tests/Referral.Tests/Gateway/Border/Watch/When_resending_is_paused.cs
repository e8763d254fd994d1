using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Watch;

/// <summary>A neighbour's line is broken, and an operator stops and starts what goes there.</summary>
[Collection(AcrossTheBorder.Name)]
public sealed class When_resending_is_paused(RunningGateways gateways)
{
    private Desk Home => gateways.Desk("TH");

    [Fact]
    public async Task what_has_left_waits_until_it_is_asked_for_or_resumed()
    {
        var carrier = gateways.CarrierOf("TH");
        await RunningGateways.Until(async () => (await Line()).Due == 0, "a line at rest");
        try
        {
            carrier.Broken = true;
            (await Pause(true)).PausedSince.ShouldNotBeNull();
            var one = await PlayedCase.Released(gateways);
            var letter = await CameBack(one.Referral);
            await IsNotLoaded();

            var why = await Home.Border.WhyAsync(new() { LetterId = letter }, Home.As(Home.Supervisor));
            (why.What.Code, why.Side.Code, why.Direction, why.Country)
                .ShouldBe(("PAUSED", "OURS", "out", "LA"));
            why.What.Language.ShouldBe("th");
            why.NextAttempt.ShouldBeNull();
            var line = await Line();
            (line.Due, line.InFlight, line.NotLeft).ShouldBe((1u, 1u, 0u));
            line.OldestUnansweredSince.ShouldNotBeNull();

            carrier.Broken = false;
            var sent = await Home.Border.SendAgainAsync(
                new() { CommandId = Desk.NewCommand(), LetterIds = { letter } }, Home.As(Home.Administrator));
            sent.LetterIds.ShouldBe([letter]);
            await one.ArrivesAbroad();
            (await JournalTexts.Of(gateways, "TH", one.Number)).ShouldContain(e =>
                e["kind"] == "letter-sent-again" && e["letter_id"] == letter && e["post"] == "TH-HOME");
        }
        finally
        {
            carrier.Broken = false;
            await Pause(false);
        }

        (await Line()).ShouldSatisfyAllConditions(l => l.PausedSince.ShouldBeNull(),
            l => l.LastPouchOut.ShouldNotBeNull(), l => l.LastPouchIn.ShouldNotBeNull(),
            l => l.CanSeal.ShouldBeTrue());
        (await JournalTexts.Border(gateways, "TH")).Where(e => e["kind"] == "resending-switched")
            .TakeLast(2).Select(e => (e["country"], e["paused"])).ShouldBe([("LA", "yes"), ("LA", "no")]);
    }

    [Fact]
    public async Task one_command_has_one_effect_and_turning_it_twice_is_one_entry()
    {
        var before = await Switched();
        try
        {
            var first = await Pause(true);
            (await Pause(true)).PausedSince.ShouldBe(first.PausedSince);
            (await Switched()).ShouldBe(before + 1);
        }
        finally
        {
            await Pause(false);
        }
    }

    // Other entries of the border may come meanwhile.
    private async Task<int> Switched() => (await JournalTexts.Border(gateways, "TH"))
        .Count(e => e["kind"] == "resending-switched");

    private async Task<Referral.Contracts.Desk.NeighbourView> Pause(bool paused) =>
        await Home.Border.PauseResendingAsync(
            new() { CommandId = Desk.NewCommand(), Country = "LA", Paused = paused },
            Home.As(Home.Administrator));

    private async Task<Referral.Contracts.Desk.NeighbourView> Line() =>
        (await Home.Border.GetBorderAsync(new() { Country = "LA" }, Home.As(Home.Administrator)))
        .Neighbours.Single();

    private async Task<string> CameBack(string referral)
    {
        await RunningGateways.Until(() => gateways.Rows("TH", db => db.LettersOut.AsNoTracking()
            .AnyAsync(l => l.Referral == referral && l.State == (int)RemState.RelayFailure)), "a pouch back");
        return await gateways.Rows("TH", db => db.LettersOut.AsNoTracking()
            .Where(l => l.Referral == referral).Select(l => l.LetterId).SingleAsync());
    }

    private async Task IsNotLoaded() => (await gateways.Steps("TH").Read(
        step => PouchLoading.Gather(step, "LA", 0.5))).ShouldBeNull();
}
