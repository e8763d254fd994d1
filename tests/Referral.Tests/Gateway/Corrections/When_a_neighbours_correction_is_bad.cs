using Referral.Contracts.Letters;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Corrections;

/// <summary>What a neighbour's gateway should have refused itself is refused by the receiver too.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_neighbours_correction_is_bad(RunningGateways gateways)
{
    public static TheoryData<string, string, Action<NoticeCorrection>> Bad => new()
    {
        { "another letter", "REF-2418", body => body.CorrectedLetter = Guid.NewGuid().ToString("D") },
        { "no field", "REF-2418", body => { body.Fields.Clear(); body.Notice = null; } },
        { "no reason", "REF-2418", body => body.Reason = "" },
        { "more than it names", "REF-2418", body => body.Notice.Urgency = "URGENT" },
        { "a field of no notice", "REF-2203", body => body.Fields.Add("relatives") },
        { "a field unknown here", "REF-2305", body => body.Fields.Add("favourite_colour") },
        {
            "an official", "REF-2204", body =>
            {
                body.Fields.Add("relationship_to_trafficker");
                body.Notice.RelationshipToTrafficker = "OFFICIAL";
            }
        },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public async Task it_has_no_effect(string what, string code, Action<NoticeCorrection> spoil)
    {
        var one = new CorrectedCase(await PlayedCase.Verifying(gateways));
        var before = (await one.ViewAbroad()).Fields;
        var body = new NoticeCorrection
        {
            CorrectedLetter = await one.NoticeId(), Reason = "CLERICAL", Fields = { "sex" },
            Notice = new() { Sex = "M" },
        };
        spoil(body);
        var hand = new LetterByHand(gateways);

        var signed = hand.Sign(
            hand.Complete(one.Played.Referral, 2, "M36", new Letter { NoticeCorrection = body }));
        await hand.BringSigned(signed);

        (await hand.Told(signed)).ShouldBe((RemState.RelayRejection, code), what);
        (await one.ViewAbroad()).Fields.ShouldBe(before);
    }
}
