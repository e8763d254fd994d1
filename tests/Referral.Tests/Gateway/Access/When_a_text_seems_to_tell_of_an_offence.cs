using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Access;

/// <summary>The warning is content too. The person is invented.</summary>
[Collection(AtTheDesk.Name)]
public sealed class When_a_text_seems_to_tell_of_an_offence(RunningGateways gateways)
{
    [Fact]
    public async Task a_ministry_that_opens_the_case_is_not_warned_and_a_desk_officer_is()
    {
        var one = await PlayedCase.Agreed(gateways);
        var facts = InventedPerson.Facts();
        facts.Account.Text = "An invented person, accused of illegal entry.";
        await one.Edit(new() { Facts = facts });

        (await one.View()).Warnings.ShouldBe(["account: ILLEGAL_ENTRY"]);
        (await one.View(one.Home.Officer)).Warnings.ShouldBe(["account: ILLEGAL_ENTRY"]);
        (await one.View(one.Home.Ministry)).Warnings.ShouldBeEmpty();
    }
}
