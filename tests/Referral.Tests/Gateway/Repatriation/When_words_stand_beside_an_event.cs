using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>Words beside an event are kept for those who read the account, and go nowhere.</summary>
[Collection(AtTheDesk.Name)]
public class When_words_stand_beside_an_event(RunningGateways gateways)
{
    [Fact]
    public async Task they_are_kept_for_the_case_manager_and_not_shown_to_a_desk_officer()
    {
        var one = await PlayedCase.Agreed(gateways);
        var wish = one.EventOf("RightsExplained");
        wish.Note = "invented words";
        await one.Consent(Decision.Withdrawn, "NOTIFY_ORIGIN");
        await one.Home.Does(one.Home.CaseManager, (door, o) => door.RecordEventAsync(wish, o));

        var note = (await one.View()).Notes.ShouldHaveSingleItem();
        (note.Event.Code, note.Text, note.Post).ShouldBe(("RightsExplained", "invented words", "TH-WELFARE"));
        var seen = await one.Home.Does(
            one.Home.Officer, (door, o) => door.GetCaseAsync(new() { Case = one.Number }, o));
        seen.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task they_have_a_limit()
    {
        var one = await PlayedCase.Agreed(gateways);
        var wish = one.EventOf("RightsExplained");
        wish.Note = new string('x', 20_001);

        (await one.Home.Refuses(one.Home.CaseManager, (door, o) => door.RecordEventAsync(wish, o)))
            .Code.ShouldBe("REF-2008");
    }
}
