using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>Twice, stale, to itself, on an impossible day, too long. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_a_command_comes_badly(RunningGateways gateways)
{
    [Fact]
    public async Task the_same_command_twice_has_one_effect_and_one_answer()
    {
        var one = await PlayedCase.Registered(gateways);
        var request = one.EventOf("ScreeningDone");

        var first = await one.Home.Does(one.Home.CaseManager, (door, o) => door.RecordEventAsync(request, o));
        var second = await one.Home.Does(
            one.Home.CaseManager, (door, o) => door.RecordEventAsync(request, o));

        second.ShouldBe(first);
        (await JournalTexts.Of(gateways, "TH", one.Number))
            .Count(e => e.GetValueOrDefault("event") == "ScreeningDone").ShouldBe(1);
    }

    [Fact]
    public async Task the_same_id_with_other_content_or_by_another_person_is_refused()
    {
        var one = await PlayedCase.Agreed(gateways);
        var before = await NothingLeft.Of(one);
        var request = one.PrepareOf("M01");
        await one.Home.Does(one.Home.Officer, (door, o) => door.PrepareLetterAsync(request, o));
        var other = request.Clone();
        other.Fields.Add("name_native");

        var content = await one.Home.Refuses(
            one.Home.Officer, (door, o) => door.PrepareLetterAsync(other, o));
        var person = await one.Home.Refuses(
            one.Home.Officer with { Account = "invented.else" }, (door, o) =>
                door.PrepareLetterAsync(request, o));

        content.Code.ShouldBe("REF-2005");
        content.Status.ShouldBe(StatusCode.Aborted);
        person.Code.ShouldBe("REF-2005");
        await before.StillHolds();
    }

    [Fact]
    public async Task a_refused_command_may_come_again_when_its_cause_is_mended()
    {
        var one = await PlayedCase.Identified(gateways);
        var request = one.PrepareOf("M01");
        (await one.Home.Refuses(one.Home.Officer, (door, o) => door.PrepareLetterAsync(request, o)))
            .Code.ShouldBe("REF-2102");

        await one.Consent(RecordConsentRequest.Types.Decision.Given, "NOTIFY_ORIGIN", "SHARE_IDENTITY");

        (await one.Home.Does(one.Home.Officer,
            (door, o) => door.PrepareLetterAsync(request, o))).Revision.ShouldBe(1u);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task a_command_without_an_id_is_refused(string id)
    {
        var desk = gateways.Desk("TH");

        var no = await desk.Refuses(desk.CaseManager,
            (door, o) => door.CreateCaseAsync(new() { CommandId = id, Origin = "LA" }, o));

        no.Code.ShouldBe("REF-2006");
    }

    [Theory]
    [InlineData("TH", "REF-2106")]
    [InlineData("MM", "REF-2305")]
    [InlineData("", "REF-2305")]
    public async Task a_case_concerns_another_member(string origin, string code)
    {
        var desk = gateways.Desk("TH");
        var before = await gateways.Rows("TH", db => db.Cases.CountAsync());

        var no = await desk.Refuses(desk.CaseManager,
            (door, o) => door.CreateCaseAsync(new() { CommandId = Desk.NewCommand(), Origin = origin }, o));

        no.Code.ShouldBe(code);
        (await gateways.Rows("TH", db => db.Cases.CountAsync())).ShouldBe(before);
    }

    [Theory]
    [InlineData("2025-02-31")]
    [InlineData("2567-08-17")]
    [InlineData("9999-12-31")]
    [InlineData("1999-12-31")]
    [InlineData("31/01/2025")]
    [InlineData("yesterday")]
    public async Task nothing_happened_on_a_day_that_is_none_or_has_not_come(string day)
    {
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        var before = await NothingLeft.Of(one);
        var release = one.ReleaseOf(draft.Revision);
        release.HappenedOn = day;

        var no = await one.Home.Refuses(
            one.Home.Supervisor, (door, o) => door.ReleaseLetterAsync(release, o));

        no.Code.ShouldBe("REF-2303");
        no.Values["field"].ShouldBe("happened_on");
        no.English.ShouldNotContain("yesterday");
        await before.StillHolds();
    }

    [Theory]
    [InlineData("2004-02-31", "31 กุมภาพันธ์ 2547", "REF-2303")]
    [InlineData("2567-08-17", "", "REF-2303")]
    [InlineData("2099-08-17", "", "REF-2009")]
    [InlineData("2004-08-18", "17 สิงหาคม 2547", "REF-2304")]
    public async Task a_birth_date_is_a_real_day_and_agrees_with_the_paper(
        string value, string written, string code)
    {
        var one = await PlayedCase.Registered(gateways);
        var before = await NothingLeft.Of(one);
        var person = InventedPerson.Person();
        (person.Birth.Date.Value, person.Birth.Date.AsWritten) = (value, written);

        var no = await one.Home.Refuses(one.Home.CaseManager, (door, o) => door.EditSectionAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Number, Revision = 1,
                Section = new() { Person = person } }, o));

        no.Code.ShouldBe(code);
        no.Values["field"].ShouldBe("birth_date");
        await before.StillHolds();
    }

    [Fact]
    public async Task a_section_that_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var one = await PlayedCase.Registered(gateways);
        await one.Edit(new() { Facts = InventedPerson.Facts() });

        var no = await one.Home.Refuses(one.Home.CaseManager, (door, o) => door.EditSectionAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = one.Number, Revision = 1,
            Section = new() { Facts = InventedPerson.Facts() },
        }, o));

        no.Code.ShouldBe("REF-2007");
        no.Values["value"].ShouldBe("2");
    }

    [Fact]
    public async Task a_draft_is_released_only_as_the_officer_saw_it()
    {
        var one = await PlayedCase.Agreed(gateways);
        var seen = await one.Prepare("M01");
        await one.Edit(new() { Facts = InventedPerson.Facts() });
        var before = await NothingLeft.Of(one);

        (await one.Home.Refuses(one.Home.Supervisor,
            (door, o) => door.ReleaseLetterAsync(one.ReleaseOf(seen.Revision), o)))
            .Code.ShouldBe("REF-2105");

        // Prepared again it is another draft: the number that was seen never comes back.
        var again = await one.Prepare("M01");
        again.Revision.ShouldBeGreaterThan(seen.Revision);
        (await one.Home.Refuses(one.Home.Supervisor,
            (door, o) => door.ReleaseLetterAsync(one.ReleaseOf(seen.Revision), o)))
            .Code.ShouldBe("REF-2105");
        await before.StillHolds();
    }

    [Theory]
    [InlineData("M02")]
    [InlineData("M01", "M03")]
    [InlineData("M19")]
    [InlineData("invented")]
    [InlineData]
    public async Task only_letters_of_the_host_are_prepared(params string[] kinds)
    {
        var one = await PlayedCase.Agreed(gateways);
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, o) => door.PrepareLetterAsync(one.PrepareOf(kinds), o));

        no.Code.ShouldBeOneOf("REF-2202", "REF-2002");
        await before.StillHolds();
    }
}
