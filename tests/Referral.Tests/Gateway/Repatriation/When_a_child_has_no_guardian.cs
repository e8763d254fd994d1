using Referral.Contracts.Desk;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>For a child the guardian agrees, after an interim decision. All children are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_a_child_has_no_guardian(RunningGateways gateways)
{
    [Fact]
    public async Task no_consent_is_taken_neither_from_the_child_nor_from_somebody_who_says_to_be_one()
    {
        var one = await PlayedCase.Identified(gateways, person: Child());
        var before = await NothingLeft.Of(one);

        foreach (var byGuardian in new[] { false, true })
        {
            var consent = one.ConsentOf(Decision.Given, "NOTIFY_ORIGIN", "SHARE_IDENTITY");
            consent.ByGuardian = byGuardian;
            (await one.Home.Refuses(one.Home.CaseManager, (door, o) => door.RecordConsentAsync(consent, o)))
                .Code.ShouldBe("REF-2109");
        }

        await before.StillHolds();
    }

    [Fact]
    public async Task an_appointed_guardian_may_agree()
    {
        var one = await PlayedCase.Identified(gateways, person: Child());
        await one.Happens(one.Home.CaseManager, "GuardianAppointed");
        var consent = one.ConsentOf(Decision.Given, "NOTIFY_ORIGIN", "SHARE_IDENTITY");
        consent.ByGuardian = true;

        await one.Home.Does(one.Home.CaseManager, (door, o) => door.RecordConsentAsync(consent, o));

        (await one.Prepare("M01")).Fields.ShouldContain("is_child");
    }

    [Fact]
    public async Task a_person_who_turns_out_to_be_a_child_after_agreeing_needs_one_too()
    {
        var one = await PlayedCase.Agreed(gateways);
        await one.Prepare("M01");
        await one.Edit(new() { Person = Child() });
        var before = await NothingLeft.Of(one);

        var no = await one.Home.Refuses(
            one.Home.Officer, (door, o) => door.PrepareLetterAsync(one.PrepareOf("M01"), o));

        no.Code.ShouldBe("REF-2109");
        await before.StillHolds();
    }

    private static PersonSection Child()
    {
        var person = InventedPerson.Person();
        (person.Birth.Date.AsWritten, person.Birth.Date.Value) = ("17 สิงหาคม 2555", "2012-08-17");
        return person;
    }
}
