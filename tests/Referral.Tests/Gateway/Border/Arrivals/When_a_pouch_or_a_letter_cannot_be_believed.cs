using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// It claims no id, takes no number and settles nothing; it is journalled by its hash and answered
/// "unreadable" to whom the carrier verified. The persons in the letters are invented.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_pouch_or_a_letter_cannot_be_believed(RunningGateways gateways)
{
    private readonly LetterByHand _hand = new(gateways);

    [Fact]
    public async Task a_letter_signed_by_a_stranger_is_unreadable()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stranger = new Signer(key, KeyThumbprint.Of(key.ExportParameters(false)));
        var letter = _hand.Notice(_hand.NewReferral());

        await Unreadable(letter, stranger.Sign(letter.ToByteArray(), JoseTypes.Letter), "REF-2404");
    }

    [Fact]
    public async Task a_letter_signed_by_another_member_is_unreadable()
    {
        var letter = _hand.Notice(_hand.NewReferral());

        await Unreadable(letter, _hand.Sign(letter, signer: "VN"), "REF-2403");
    }

    [Fact]
    public async Task a_letter_of_another_member_is_not_taken_from_us()
    {
        var letter = new LetterByHand(gateways, "VN").Notice(new LetterByHand(gateways, "VN").NewReferral());

        await Unreadable(letter, _hand.Sign(letter, signer: "VN"), "REF-2403");
    }

    [Fact]
    public async Task a_letter_with_one_byte_changed_is_unreadable()
    {
        var letter = _hand.Notice(_hand.NewReferral());
        var signed = _hand.Sign(letter).ToCharArray();
        var at = signed.AsSpan().LastIndexOf('.') + 10;
        signed[at] = signed[at] == 'A' ? 'B' : 'A';

        await Unreadable(letter, new string(signed), "REF-2403");
    }

    [Fact]
    public async Task a_receipt_is_not_taken_for_a_letter()
    {
        var letter = _hand.Notice(_hand.NewReferral());
        var signed = gateways.Identity("TH").Keys.Signing.Sign(letter.ToByteArray(), JoseTypes.Receipt);

        await Unreadable(letter, signed, "REF-2415");
    }

    [Fact]
    public async Task a_letter_with_an_id_spelled_otherwise_is_unreadable()
    {
        var letter = _hand.Notice(_hand.NewReferral());
        letter.Head.LetterId = letter.Head.LetterId.ToUpperInvariant();

        await Unreadable(letter, _hand.Sign(letter), "REF-2401");
    }

    [Fact]
    public async Task text_that_is_no_letter_at_all_is_unreadable() =>
        await Unreadable(_hand.Notice(_hand.NewReferral()), "invented", "REF-2401");

    [Theory]
    [InlineData("VN", "REF-2417")]
    [InlineData(null, "REF-2417")]
    public async Task a_pouch_that_another_brought_is_answered_to_whom_the_carrier_knows(
        string? brought, string code)
    {
        var signed = _hand.Sign(_hand.Notice(_hand.NewReferral()));
        var before = await UnreadableFor(brought ?? "TH");

        await _hand.Bring(Pouch(signed), brought);

        (await _hand.Row(signed)).ShouldBeNull();
        var entry = (await JournalTexts.Border(gateways, "LA")).Last(e => e["kind"] == "pouch-unreadable");
        (entry["sender"], entry["code"]).ShouldBe((brought ?? "", code));
        (await UnreadableFor(brought ?? "TH")).ShouldBe(brought is null ? before : before + 1);
    }

    [Fact]
    public async Task a_pouch_for_another_country_or_with_a_byte_changed_is_not_opened()
    {
        var pouch = Pouch(_hand.Sign(_hand.Notice(_hand.NewReferral())));
        var trust = gateways.Identity("TH").Trust;
        var token = PouchSeal.Seal(
            PouchPadding.Pad(pouch, 4096), trust.SealKey("LA", DateTimeOffset.UtcNow)!);
        var good = new SealedPouch { PouchId = pouch.PouchId, From = "TH", To = "LA", Token = token };
        var broken = token.ToCharArray();
        broken[^30] = broken[^30] == 'A' ? 'B' : 'A';

        foreach (var (one, code) in new[]
            {
                (good with { To = "VN" }, "REF-2402"),
                    (good with { PouchId = Guid.NewGuid().ToString() }, "REF-2402"),
                (good with { Token = new string(broken) }, "REF-2401"),
                (good with { Token = "" }, "REF-2401"),
                (good with { Token = null! }, "REF-2401"),
            })
        {
            await gateways.Host("LA").Arrivals.Receive(one, "TH", CancellationToken.None);
            (await JournalTexts.Border(gateways, "LA"))
                .Last(e => e["kind"] == "pouch-unreadable")["code"].ShouldBe(code);
        }
    }

    private static Pouch Pouch(string signed) => new()
    {
        PouchId = Guid.CreateVersion7().ToString("D"), FromCountry = "TH", ToCountry = "LA",
        Letters = { SignedTokens.Pack(signed) },
    };

    private Task<int> UnreadableFor(string country) => gateways.Rows("LA", db => db.Receipts
        .CountAsync(r => r.Direction == "sent" && r.Country == country));

    // Behind it comes the true letter of the same id and number: it must be able to take effect.
    private async Task Unreadable(Letter letter, string signed, string code)
    {
        var good =
            _hand.Sign(_hand.Notice(letter.Head.Referral.Contains("TH-LA") ? letter.Head.Referral
                : _hand.NewReferral()));

        await _hand.BringSigned(signed, good);

        (await _hand.Row(signed)).ShouldBeNull();
        var entry = (await JournalTexts.Border(gateways, "LA"))
            .Last(e => e.GetValueOrDefault("jws_sha256") == LetterByHand.Sha256(signed));
        (entry["kind"], entry["sender"], entry["code"]).ShouldBe(("letter-unreadable", "TH", code));
        (await _hand.Receipts(signed))
            .ShouldHaveSingleItem().Unreadable.ShouldHaveSingleItem().Code.ShouldBe(code);
        (await _hand.Told(good)).ShouldBe((RemState.Delivery, ""));
    }
}
