using Google.Protobuf;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Shouldly;
using Xunit;
using Judge = Referral.Gateway.Border.Admission.Admission;

namespace Referral.Tests.Gateway.Border.Admission;

/// <summary>
/// Five ways for a carrier or a neighbour to be someone else. XC is the neighbour, XB the pretended one.
/// </summary>
public class When_a_neighbour_pretends
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    [Fact]
    public void a_flipped_byte_is_unreadable_and_claims_nothing()
    {
        var pouch = Network.Seal("XB", "XA", [Network.Sign("XB", ThreeCountries.Letter())]);
        for (var at = 0; at < pouch.Token.Length; at++)
            Network.Open(pouch with { Token = OneCharacter.Changed(pouch.Token, at) }, "XB")
                .Pouch.Refused.ShouldBeTrue($"at {at}");
    }

    [Fact]
    public void a_letter_from_another_country_signed_by_the_neighbour_claims_no_id_and_takes_no_number()
    {
        var jws = Network.Sign("XC", ThreeCountries.Letter());
        foreach (var carrier in new[] { "XB", "XC" })
        {
            var opened = Network.Open(Network.Seal(carrier, "XA", [jws]), carrier).Pouch.Outcome;
            Judge.Of(opened.Letters.Single().Content.Outcome, ThreeCountries.Known(carrier))
                .ShouldBeOfType<Verdict.Unreadable>().Refusal.Code.ShouldBe("REF-2403");
        }
    }

    [Fact]
    public void the_others_own_letter_brought_by_the_neighbour_claims_nothing_either()
    {
        var jws = Network.Sign("XB", ThreeCountries.Letter());
        var opened = Network.Open(Network.Seal("XC", "XA", [jws]), "XC").Pouch.Outcome;
        Judge.Of(opened.Letters.Single().Content.Outcome, ThreeCountries.Known("XC"))
            .ShouldBeOfType<Verdict.Unreadable>();
    }

    [Fact]
    public void its_own_valid_letter_with_the_same_id_and_anothers_referral_takes_no_number()
    {
        var theirs = ThreeCountries.Letter();
        var own = theirs.Clone();
        own.Head.FromCountry = "XC";
        var opened = Network.Open(Network.Seal("XC", "XA", [Network.Sign("XC", own)]), "XC").Pouch.Outcome;
        var refuse = Judge.Of(opened.Letters.Single().Content.Outcome, ThreeCountries.Known("XC"))
            .ShouldBeOfType<Verdict.Refuse>();
        refuse.Refusal.Code.ShouldBe("REF-2411");
        refuse.TakesNumber.ShouldBeFalse();
        Judge.Of(Network.Opened("XB", theirs), ThreeCountries.Known()).ShouldBeOfType<Verdict.Admit>();
    }

    [Fact]
    public void a_changed_outer_receiver_is_refused_by_whoever_gets_it()
    {
        var pouch = Network.Seal("XB", "XA", [Network.Sign("XB", ThreeCountries.Letter())])
            with { To = "XC" };
        Network.Open(pouch, "XB").Pouch.Refusal!.Code.ShouldBe("REF-2402");
        PouchOpening.Open(pouch, "XB", "XC", Network.Of("XC").Opening, Network.Trust, ThreeCountries.Now)
            .Pouch.Refusal!.Code.ShouldBe("REF-2401");
    }

    [Fact]
    public void a_forged_rejected_receipt_settles_nothing()
    {
        var ours = new DueLetter(
            Guid.CreateVersion7().ToString("D"), "XB", new byte[32], RemState.SubmissionAcceptance);
        var outcome = new Outcome
        {
            LetterId = ours.LetterId, LetterSha256 = ByteString.CopyFrom(ours.Sha256),
            State = RemState.RelayRejection, Code = "REF-2408",
        };
        var inXbsName = new Receipt { FromCountry = "XB", ToCountry = "XA", Outcomes = { outcome } };
        var inItsOwn = new Receipt { FromCountry = "XC", ToCountry = "XA", Outcomes = { outcome } };
        var receipts = new[] { inXbsName, inItsOwn }
            .Select(r => Network.Sign("XC", r, JoseTypes.Receipt)).ToArray();
        var arrived = Network.Open(Network.Seal("XC", "XA", [], receipts), "XC").Pouch.Outcome.Receipts;
        arrived[0].Content.Refusal!.Code.ShouldBe("REF-2403");
        var (signer, receipt) = (arrived[1].Content.Outcome.Signer, arrived[1].Content.Outcome.Receipt);
        ReceiptMatch.Of(signer, receipt.Outcomes[0], ours).ShouldBeOfType<Matched.NotOurs>()
            .Refusal.Code.ShouldBe("REF-2414");
    }
}
