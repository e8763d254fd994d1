using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Corrections;

/// <summary>What was sent was wrong; the correction follows it. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_notice_is_corrected(RunningGateways gateways)
{
    [Fact]
    public async Task the_reader_sees_what_is_right_and_what_it_was_and_is_told_to_look()
    {
        var one = new CorrectedCase(await PlayedCase.Verifying(gateways));
        var (home, abroad) = (one.Played.Home, one.Played.Abroad);
        var before = await one.ViewAbroad();
        await one.FolderSaysOtherwise();

        var draft = await one.Prepare();

        draft.Kinds.ShouldBe(["M36"]);
        draft.Fields.ShouldBe(["name_native", "birth_date", "correction_reason"], ignoreOrder: true);
        (draft.DataClass, draft.NeedsSecondOfficer).ShouldBe(("P2", true));
        await one.Played.Release(draft.Revision);
        await one.Played.ArrivesAbroad();

        var view = await one.ViewAbroad();
        foreach (var key in new[] { "name_native", "birth_date" })
        {
            var (was, now) = (Field(before, key), Field(view, key));
            now.Original.ShouldNotBe(was.Original);
            var earlier = now.Earlier.ShouldHaveSingleItem();
            earlier.Original.ShouldBe(was.Original);
            earlier.Renderings.ShouldBe(was.Renderings);
            earlier.CorrectedBy.ShouldBe((await one.Played.Timeline()).Letters
                .Single(l => l.Kind.Code == "M36").LetterId);
        }
        Field(view, "sex").Earlier.ShouldBeEmpty();
        Field(view, "correction_reason").Renderings[0].Source.ShouldContain("NEW_DOCUMENT");
        view.Stage.Code.ShouldBe("Verifying");
        foreach (var seat in new[] { abroad.Officer, abroad.Verifier })
            (await abroad.Does(seat, (door, o) => door.ListTrayAsync(new() { PageSize = 200 }, o))).Tasks
                .ShouldContain(t => t.Task.Code == "READ_CORRECTION" && t.Referral == one.Played.Referral);
        (await JournalTexts.Of(gateways, "TH", one.Played.Number))
            .ShouldContain(e => e["kind"] == "event" && e["event"] == "NoticeCorrected");
    }

    [Fact]
    public async Task a_second_correction_stands_on_the_first()
    {
        var one = new CorrectedCase(await PlayedCase.Verifying(gateways));
        await one.FolderSaysOtherwise();
        await one.Played.Release((await one.Prepare("name_native")).Revision);
        (await one.Refuses(await one.Request("name_native"))).Code.ShouldBe("REF-2122");
        await one.Played.Edit(new Section { Person = InventedPerson.Person() });

        var draft = await one.Prepare();
        await one.Played.Release(draft.Revision);
        await one.Played.ArrivesAbroad();

        draft.Fields.ShouldBe(["name_native", "correction_reason"], ignoreOrder: true);
        Field(await one.ViewAbroad(), "name_native").Earlier.Count.ShouldBe(2);
    }

    [Fact]
    public async Task what_is_emptied_is_empty_there_and_shown_for_what_it_was()
    {
        var one = new CorrectedCase(await PlayedCase.Verifying(gateways));
        var facts = InventedPerson.Facts();
        var was = Field(await one.ViewAbroad(), "sector").Original;
        facts.Sector = "";
        await one.Played.Edit(new Section { Facts = facts });

        await one.Played.Release((await one.Prepare("sector")).Revision);
        await one.Played.ArrivesAbroad();

        var sector = Field(await one.ViewAbroad(), "sector");
        sector.Original.ShouldBeEmpty();
        sector.Earlier.ShouldHaveSingleItem().Original.ShouldBe(was);
    }

    [Fact]
    public async Task it_leaves_by_a_second_officer_alone()
    {
        var one = new CorrectedCase(await PlayedCase.Verifying(gateways));
        await one.FolderSaysOtherwise();
        var home = one.Played.Home;
        var both = home.Supervisor with { Roles = ["DO", "DS"] };
        var request = await one.Request();
        var draft = await home.Does(both, (door, o) => door.PrepareCorrectionAsync(request, o));

        (await home.Refuses(both, (door, o) => door.ReleaseLetterAsync(
            one.Played.ReleaseOf(draft.Revision), o))).Code.ShouldBe("REF-2104");
        (await home.Refuses(home.Officer, (door, o) => door.ReleaseLetterAsync(
            one.Played.ReleaseOf(draft.Revision), o))).Code.ShouldBe("REF-2002");
    }

    [Fact]
    public async Task a_person_who_took_her_consent_back_is_not_written_about_also_when_it_is_prepared()
    {
        var one = new CorrectedCase(await PlayedCase.Verifying(gateways));
        await one.FolderSaysOtherwise();
        var draft = await one.Prepare();
        var letters = (await one.Played.Timeline()).Letters.Count;

        await one.Played.Consent(Decision.Withdrawn, "SHARE_IDENTITY");

        (await one.Played.Home.Refuses(one.Played.Home.Supervisor, (door, o) => door.ReleaseLetterAsync(
            one.Played.ReleaseOf(draft.Revision), o))).Code.ShouldBe("REF-2105");
        (await one.Refuses(await one.Request())).Code.ShouldBe("REF-2103");
        (await one.Played.Timeline()).Letters.Count.ShouldBe(letters);
    }

    [Fact]
    public async Task what_cannot_be_corrected_is_refused()
    {
        var one = new CorrectedCase(await PlayedCase.Verifying(gateways));
        (await one.Refuses(await one.Request())).Code.ShouldBe("REF-2122");
        await one.FolderSaysOtherwise();

        var unknown = await one.Request();
        unknown.LetterId = Guid.NewGuid().ToString("D");
        (await one.Refuses(unknown)).Code.ShouldBe("REF-2121");
        var noReason = await one.Request();
        noReason.Reason = "BECAUSE";
        (await one.Refuses(noReason)).Code.ShouldBe("REF-2305");
        (await one.Refuses(await one.Request("sex"))).Code.ShouldBe("REF-2122");
        // No notice carries these.
        (await one.Refuses(await one.Request("relatives"))).Code.ShouldBe("REF-2203");
        (await one.Refuses(await one.Request("other_names"))).Code.ShouldBe("REF-2203");
    }

    [Fact]
    public async Task nothing_is_corrected_before_it_was_sent()
    {
        var one = new CorrectedCase(await PlayedCase.Agreed(gateways));

        (await one.Refuses(new()
        {
            CommandId = Desk.NewCommand(), Case = one.Played.Number, Reason = "CLERICAL",
            LetterId = Guid.NewGuid().ToString("D"),
        })).Code.ShouldBe("REF-2101");
    }

    private static FieldView Field(CaseView view, string key) => view.Fields.Single(f => f.Key == key);
}
