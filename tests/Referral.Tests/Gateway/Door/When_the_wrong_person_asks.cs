using Grpc.Core;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>
/// Wrong role, wrong post, no post, and the officer who prepared. All persons are invented.
/// </summary>
[Collection(AtTheDesk.Name)]
public class When_the_wrong_person_asks(RunningGateways gateways)
{
    [Theory]
    [InlineData("CM", "WELFARE", "REF-2002")]
    [InlineData("DO", "HOME", "REF-2002")]
    [InlineData("DS", "WELFARE", "REF-2003")]
    [InlineData("DS", "NOWHERE", "REF-2004")]
    [InlineData("DS", "EMB-VN", "REF-2004")]
    public async Task nobody_releases_but_a_supervisor_at_the_desk(string role, string post, string code)
    {
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(new Seat("invented.else", $"TH-{post}", role),
            (door, options) => door.ReleaseLetterAsync(one.ReleaseOf(draft.Revision), options));

        no.Code.ShouldBe(code);
        await before.StillHolds();
    }

    [Theory]
    [InlineData("SH", "SHELTER", "REF-2002")]
    [InlineData("CM", "POLICE", "REF-2003")]
    [InlineData("DO", "TRANS", "REF-2003")]
    public async Task nobody_prepares_but_whoever_may_at_the_right_post(string role, string post, string code)
    {
        var one = await PlayedCase.Agreed(gateways);
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(new Seat("invented.else", $"TH-{post}", role),
            (door, options) => door.PrepareLetterAsync(one.PrepareOf("M01"), options));

        no.Code.ShouldBe(code);
        await before.StillHolds();
    }

    [Fact]
    public async Task the_officer_who_prepared_does_not_release_with_a_second_role_either()
    {
        var one = await PlayedCase.Agreed(gateways);
        var both = new Seat("invented.both", "TH-HOME", "DO", "DS");
        var draft = await one.Home.Does(
            both, (door, options) => door.PrepareLetterAsync(one.PrepareOf("M01"), options));
        draft.NeedsSecondOfficer.ShouldBeTrue();
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            both, (door, options) => door.ReleaseLetterAsync(one.ReleaseOf(draft.Revision), options));

        no.Code.ShouldBe("REF-2104");
        no.Status.ShouldBe(StatusCode.PermissionDenied);
        no.Values["letter"].ShouldBe("M01");
        await before.StillHolds();
    }

    [Theory]
    [InlineData("TH-WELFARE", "DO")]
    [InlineData("TH-NOWHERE", "CM")]
    public async Task a_case_is_not_registered_by_just_anybody(string post, string role)
    {
        var desk = gateways.Desk("TH");

        var no = await desk.Refuses(new Seat("invented.else", post, role), (door, options) =>
            door.CreateCaseAsync(new() { CommandId = Desk.NewCommand(), Origin = "LA" }, options));

        no.Code.ShouldBe(role == "DO" ? "REF-2002" : "REF-2003");
    }

    [Fact]
    public async Task a_post_that_does_not_exist_has_no_tray_and_opens_nothing()
    {
        var one = await PlayedCase.Registered(gateways);
        var nobody = new Seat("invented.else", "TH-NOWHERE", "DO");

        (await one.Home.Refuses(nobody, (door, options) => door.ListTrayAsync(new(), options))).Code.ShouldBe(
            "REF-2003");
        (await one.Home.Refuses(nobody,
            (door, options) => door.GetCaseAsync(new() { Case = one.Number }, options)))
            .Code.ShouldBe("REF-2004");
    }

    [Fact]
    public async Task a_case_that_is_none_and_one_of_another_embassy_answer_alike()
    {
        var one = await PlayedCase.Registered(gateways);
        var embassy = new Seat("invented.else", "TH-EMB-VN", "DO");

        var hidden = await one.Home.Refuses(
            embassy, (door, options) => door.GetCaseAsync(new() { Case = one.Number }, options));
        var none = await one.Home.Refuses(
            embassy, (door, options) => door.GetCaseAsync(new() { Case = "TH-2026-999999" }, options));

        none.Code.ShouldBe("REF-2004");
        none.Status.ShouldBe(StatusCode.NotFound);
        hidden.ShouldSatisfyAllConditions(
            h => h.Code.ShouldBe(none.Code), h =>
                h.English.ShouldBe(none.English), h => h.Local.ShouldBe(none.Local));
    }

    [Fact]
    public async Task a_refused_command_stands_in_the_journal_with_its_number_and_post()
    {
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        await one.Home.Refuses(one.Home.Officer,
            (door, options) => door.ReleaseLetterAsync(one.ReleaseOf(draft.Revision), options));

        var entry = (await JournalTexts.Of(gateways, "TH", one.Number)).Last();

        entry["kind"].ShouldBe("command-refused");
        (entry["code"], entry["command"], entry["post"]).ShouldBe(("REF-2002", "ReleaseLetter", "TH-HOME"));
    }
}
