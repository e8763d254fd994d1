using Referral.Contracts.Vocabulary;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Access;

/// <summary>A health worker reads what concerns health. The person is invented.</summary>
[Collection(AtTheDesk.Name)]
public sealed class When_a_role_has_no_part_in_how_a_case_stands(RunningGateways gateways)
{
    [Fact]
    public async Task a_health_worker_sees_health_and_neither_stage_nor_consent_nor_what_is_prepared()
    {
        var one = await PlayedCase.Agreed(gateways);
        await one.Prepare("M01");

        var view = await one.View(new Seat("invented.health", "TH-WELFARE", "MED"));

        view.Case.ShouldBe(one.Number);
        view.Fields.ShouldNotBeEmpty();
        view.Fields.ShouldAllBe(field => FieldBook.Shipped.Find(field.Key)!.Area == "P4_HEALTH");
        view.ShouldBe(new()
        {
            Case = view.Case, Name = view.Name, Fields = { view.Fields }, Revisions = { view.Revisions },
        });
        var desk = await one.View(one.Home.Officer);
        (desk.Stage.Code, desk.Consents.Count > 0, desk.LetterDraft is not null)
            .ShouldBe(("ReadyToNotify", true, true));
    }

    [Fact]
    public async Task the_draft_of_a_note_is_for_those_who_read_that_class()
    {
        var one = await PlayedCase.Agreed(gateways, "CN", "LA");

        (await one.View(one.Home.Officer)).NoteDraft.ShouldNotBeNull();
        (await one.View(new Seat("invented.police", "CN-POLICE", "PL"))).NoteDraft.ShouldBeNull();
    }
}
