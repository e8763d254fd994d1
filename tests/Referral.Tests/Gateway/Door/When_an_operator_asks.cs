using Grpc.Core;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>The service Border: who may ask it, and what it says. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public sealed class When_an_operator_asks(RunningGateways gateways)
{
    private Desk Home => gateways.Desk("LA");

    [Fact]
    public async Task a_letter_before_its_turn_is_shown_with_what_is_missing()
    {
        var hand = new LetterByHand(gateways);
        var early = hand.Tracing(hand.NewReferral(), 3);
        await hand.Bring(early);

        var line = (await Home.Border.GetBorderAsync(new(), As())).Neighbours.Single(n => n.Country == "TH");
        line.Waiting.ShouldBe((uint)line.Held.Count);
        line.Held.ShouldContain(h => h.LetterId == early.Head.LetterId && h.Number == 3 && h.MissingFrom == 1
            && h.Referral == early.Head.Referral);
        var why = await Home.Border.WhyAsync(new() { LetterId = early.Head.LetterId }, As());
        (why.What.Code, why.ToDo.Code, why.Side.Code, why.State.Code, why.MissingFrom)
            .ShouldBe(("WAITS_HERE", "WAITS_HERE", "THEIRS", "3", 1u));
    }

    [Fact]
    public async Task a_refused_letter_is_told_with_its_number_and_sentence()
    {
        var hand = new LetterByHand(gateways);
        var bad = hand.Notice(hand.NewReferral());
        bad.Head.SchemaVersion = 99;
        await hand.Bring(bad);

        var why = await Home.Border.WhyAsync(new() { LetterId = bad.Head.LetterId }, As());

        (why.What.Code, why.Code, why.Direction).ShouldBe(("REFUSED_HERE", "REF-2407", "in"));
        why.CodeSentence.ShouldNotBeEmpty();
        why.CodeSentence.ShouldNotContain("{");
    }

    [Fact]
    public async Task both_sides_tell_of_a_letter_that_took_effect()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        var letter = (await one.Timeline()).Letters.Single(l => l.Direction == "out").LetterId;
        var there = gateways.Desk("TH");

        (await there.Border.WhyAsync(new() { LetterId = letter }, there.As(there.Administrator)))
            .What.Code.ShouldBe("DELIVERED");
        (await Home.Border.WhyAsync(new() { LetterId = letter }, As())).What.Code.ShouldBe("TOOK_EFFECT");
        var no = await there.Refuses(async () => await there.Border.SendAgainAsync(
            new() { CommandId = Desk.NewCommand(), LetterIds = { letter } }, there.As(there.Supervisor)));
        no.Code.ShouldBe("REF-2441");
        no.Values["letter"].ShouldBe(letter);
    }

    [Theory]
    [InlineData("DO", "LA-HOME", "REF-2002")]
    [InlineData("CM", "LA-WELFARE", "REF-2002")]
    [InlineData("SY", "LA-WELFARE", "REF-2003")]
    public async Task nobody_else_looks_pauses_or_sends(string role, string post, string code)
    {
        var options = Home.As(new Seat("invented.else", post, role));
        (await Home.Refuses(async () => await Home.Border.GetBorderAsync(new(), options)))
            .Code.ShouldBe(code);
        (await Home.Refuses(async () => await Home.Border.WhyAsync(new(), options))).Code.ShouldBe(code);
        (await Home.Refuses(async () => await Home.Border.PauseResendingAsync(
            new() { CommandId = Desk.NewCommand(), Country = "TH", Paused = true }, options)))
            .Code.ShouldBe(code);
        (await Home.Refuses(async () => await Home.Border.SendAgainAsync(
            new() { CommandId = Desk.NewCommand(), LetterIds = { "x" } }, options))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task what_is_not_there_is_refused()
    {
        var none = await Home.Refuses(async () => await Home.Border.WhyAsync(
            new() { LetterId = Guid.NewGuid().ToString() }, As()));
        (none.Code, none.Status).ShouldBe(("REF-2440", StatusCode.NotFound));
        (await Home.Refuses(async () => await Home.Border.SendAgainAsync(
            new() { CommandId = Desk.NewCommand(), LetterIds = { Guid.NewGuid().ToString() } }, As())))
            .Code.ShouldBe("REF-2440");
        foreach (var country in new[] { "LA", "ZZ" })
            (await Home.Refuses(async () => await Home.Border.PauseResendingAsync(
                new() { CommandId = Desk.NewCommand(), Country = country, Paused = true }, As())))
                .Code.ShouldBe("REF-2009");
        (await Home.Refuses(async () => await Home.Border.GetBorderAsync(new() { Country = "ZZ" }, As())))
            .Code.ShouldBe("REF-2009");
        (await Home.Refuses(async () => await Home.Border.SendAgainAsync(
            new() { CommandId = Desk.NewCommand() }, As()))).Code.ShouldBe("REF-2009");
        (await Home.Refuses(async () => await Home.Border.SendAgainAsync(new()
        {
            CommandId = Desk.NewCommand(), LetterIds = { Enumerable.Range(0, 201).Select(i => $"{i}") },
        }, As()))).Code.ShouldBe("REF-2008");
    }

    private CallOptions As() => Home.As(Home.Administrator);
}
