using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using AccessClient = Referral.Contracts.Desk.Access.AccessClient;

namespace Referral.Tests.Gateway.Access;

/// <summary>A conflict of interest, and an emergency. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_post_is_kept_out_or_let_in(RunningGateways gateways)
{
    private const string Why = "invented reason, long enough";

    private static readonly Seat Auditor = new("invented.aud", "LA-HOME", "AUD");

    private Desk Desk => gateways.Desk("LA");

    private Seat Embassy => new("invented.emb", "LA-EMB-VN", "DO");

    [Fact]
    public async Task an_excluded_post_finds_no_case_and_loses_its_work_to_the_home_desk()
    {
        var one = await Arrived();
        var verify = new Seat("invented.ver", "LA-VERIFY", "ID");
        await Assign(one);
        (await Tray(verify)).ShouldContain(t => t.Referral == one.Referral);

        await Exclude(one, "LA-VERIFY");

        (await Desk.Refuses(verify, (door, o) => door.GetCaseAsync(new() { Case = one.Referral }, o)))
            .Code.ShouldBe("REF-2004");
        (await Tray(verify)).ShouldNotContain(t => t.Referral == one.Referral);
        (await Tray(Desk.Officer)).ShouldContain(
            t => t.Referral == one.Referral && t.Task.Code == "VERIFY_NATIONALITY");
        (await Desk.Refuses(async () => await Client.BreakGlassAsync(
            Glass(one), Desk.As(verify)))).Code.ShouldBe("REF-2004");
    }

    [Fact]
    public async Task work_that_comes_later_goes_to_the_home_desk_too()
    {
        var one = await Arrived();
        await Exclude(one, "LA-VERIFY");

        await Assign(one);

        (await Tray(new Seat("invented.ver", "LA-VERIFY", "ID")))
            .ShouldNotContain(t => t.Referral == one.Referral);
        (await Tray(Desk.Officer)).ShouldContain(
            t => t.Referral == one.Referral && t.Task.Code == "VERIFY_NATIONALITY");
    }

    [Fact]
    public async Task who_supervises_sees_the_exclusion_with_its_reason_and_an_officer_does_not()
    {
        var one = await Arrived();
        await Exclude(one, "LA-POLICE");

        var seen = (await Client.ListExceptionsAsync(new() { Case = one.Referral }, Desk.As(Auditor)))
            .Exceptions.ShouldHaveSingleItem();
        (seen.Kind, seen.Post, seen.Reason).ShouldBe(("EXCLUDED", "LA-POLICE", Why));
        (await Desk.Refuses(async () => await Client.ListExceptionsAsync(
            new() { Case = one.Referral }, Desk.As(Desk.Officer)))).Code.ShouldBe("REF-2002");
        (await Entries()).ShouldAllBe(e => e.Values.All(v => !v.Contains(Why)));
    }

    [Fact]
    public async Task an_embassy_looks_for_an_hour_and_the_supervisor_learns_of_it_at_once()
    {
        var one = await Arrived();
        (await Desk.Refuses(Embassy, (door, o) => door.GetCaseAsync(new() { Case = one.Referral }, o)))
            .Code.ShouldBe("REF-2004");

        var glass = await Client.BreakGlassAsync(Glass(one), Desk.As(Embassy));

        (glass.Until.ToDateTimeOffset() - DateTimeOffset.UtcNow).TotalMinutes.ShouldBeInRange(55, 60);
        var view = await Desk.Does(Embassy, (door, o) => door.GetCaseAsync(new() { Case = one.Referral }, o));
        view.Fields.ShouldContain(f => f.Key == "acts");
        view.Fields.ShouldAllBe(f => f.DataClass != "P4");
        (await Tray(Desk.Supervisor)).ShouldContain(
            t => t.Referral == one.Referral && t.Task.Code == "GLASS_BROKEN");
        (await Client.ListAccessAsync(new() { Case = glass.Case, PageSize = 200 }, Desk.As(Auditor)))
            .Entries.ShouldContain(e => e.Kind == "glass-broken" && e.Account == Embassy.Account);

        // It is this account's, for looking: a colleague is shut out, and so is a command.
        (await Desk.Refuses(Embassy with { Account = "invented.colleague" },
            (door, o) => door.GetCaseAsync(new() { Case = one.Referral }, o))).Code.ShouldBe("REF-2004");
        (await Desk.Refuses(Embassy, (door, o) => door.AcknowledgeAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Referral }, o))).Code.ShouldBe("REF-2004");
    }

    [Fact]
    public void after_an_hour_it_is_shut_again()
    {
        var now = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var broken = Exceptions.None.With(new CaseException(
            CaseException.Glass, "LA-EMB-VN", "invented", Why, now, now.AddMinutes(60)));

        broken.LetsIn("invented", now.AddMinutes(60).AddTicks(-1)).ShouldBeTrue();
        broken.LetsIn("invented", now.AddMinutes(60)).ShouldBeFalse();
        broken.LetsIn("another", now).ShouldBeFalse();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("          ")]
    public async Task without_a_reason_nothing_is_broken(string reason)
    {
        var one = await Arrived();
        var no = await Desk.Refuses(async () => await Client.BreakGlassAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Referral, Reason = reason },
            Desk.As(Embassy)));
        (no.Code, no.Values["field"]).ShouldBe(("REF-2009", "reason"));
    }

    [Fact]
    public async Task shelter_staff_open_what_their_own_post_has_worked_on_and_nothing_else()
    {
        var desk = gateways.Desk("TH");
        var shelter = new Seat("invented.sh", "TH-SHELTER", "SH");
        var other = await PlayedCase.Registered(gateways);
        var own = await desk.Does(shelter, (door, o) => door.CreateCaseAsync(
            new() { CommandId = Desk.NewCommand(), Origin = "LA" }, o));

        (await desk.Does(shelter, (door, o) => door.GetCaseAsync(new() { Case = own.Case }, o)))
            .Case.ShouldBe(own.Case);
        (await desk.Refuses(shelter, (door, o) => door.GetCaseAsync(new() { Case = other.Number }, o)))
            .Code.ShouldBe("REF-2004");
    }

    private AccessClient Client => new(Desk.Channel);

    private async Task<PlayedCase> Arrived()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        return one;
    }

    private async Task Assign(PlayedCase one)
    {
        await Desk.Does(Desk.Officer, (door, o) => door.AcknowledgeAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Referral, NationalReference = "X-1" }, o));
        await Desk.Does(Desk.Officer, (door, o) => door.RecordEventAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = one.Referral, Event = "AssignedToVerification",
        }, o));
    }

    private async Task Exclude(PlayedCase one, string post) => await Client.ExcludePostAsync(new()
    {
        CommandId = Desk.NewCommand(), Case = one.Referral, Post = post, Reason = Why,
    }, Desk.As(Desk.Supervisor));

    private async Task<IReadOnlyList<TaskView>> Tray(Seat seat)
    {
        var tray = await Desk.Does(seat, (door, o) => door.ListTrayAsync(new() { PageSize = 200 }, o));
        return tray.Tasks;
    }

    private static BreakGlassRequest Glass(PlayedCase one) =>
        new() { CommandId = Desk.NewCommand(), Case = one.Referral, Reason = Why };

    private Task<IReadOnlyList<Dictionary<string, string>>> Entries() =>
        JournalTexts.Chain(gateways, "LA", AccessJournal.Chain);
}
