using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>A withdrawal is effective at once, whatever is prepared. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_a_consent_is_withdrawn(RunningGateways gateways)
{
    [Fact]
    public async Task between_preparing_and_releasing_nothing_leaves()
    {
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        var before = await NothingLeft.Of(one);
        await one.Consent(Decision.Withdrawn, "NOTIFY_ORIGIN");

        var released = await one.Home.Refuses(
            one.Home.Supervisor, (door, o) => door.ReleaseLetterAsync(one.ReleaseOf(draft.Revision), o));
        var prepared = await one.Home.Refuses(
            one.Home.Officer, (door, o) => door.PrepareLetterAsync(one.PrepareOf("M01"), o));

        released.Code.ShouldBe("REF-2105");
        prepared.Code.ShouldBe("REF-2103");
        (await one.View()).Stage.Code.ShouldBe("ConsentPending");
        await before.StillHolds();
    }

    [Fact]
    public async Task a_scope_that_is_refused_afterwards_stops_the_release_too()
    {
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        var before = await NothingLeft.Of(one);
        await one.Consent(Decision.Refused, "SHARE_IDENTITY");

        var no = await one.Home.Refuses(
            one.Home.Supervisor, (door, o) => door.ReleaseLetterAsync(one.ReleaseOf(draft.Revision), o));

        no.Code.ShouldBe("REF-2102");
        await before.StillHolds();
    }
}
