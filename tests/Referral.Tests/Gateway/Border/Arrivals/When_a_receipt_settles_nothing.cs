using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Storage;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// Only the receiver of a letter settles it, by the hash of what it was sent: until then it stays due.
/// Written with the neighbours' real keys, while the letter's carrier is held. The person in it is invented.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_receipt_settles_nothing(RunningGateways gateways)
{
    [Theory]
    [InlineData("VN", "VN", 5, false)]
    [InlineData("VN", "LA", 5, false)]
    [InlineData("LA", "LA", 5, true)]
    [InlineData("LA", "LA", 8, false)]
    public async Task forged_of_another_letter_or_of_a_state_that_is_none(
        string brings, string says, int state, bool otherHash)
    {
        var one = await PlayedCase.Agreed(gateways);
        var carrier = gateways.CarrierOf("TH");
        carrier.Hold();
        try
        {
            var draft = await one.Prepare("M01");
            var letter = (await one.Release(draft.Revision)).Letters.ShouldHaveSingleItem();
            await carrier.InFlight();
            var hash = Convert.FromHexString(letter.Sha256);
            if (otherHash)
                hash[0] ^= 1;
            await Bring(brings, says, letter.LetterId, hash, (RemState)state);

            var row = await Row(letter.LetterId);
            (row.DueAt is not null, row.SettledAt, row.ReceiptId).ShouldBe((true, null, null));
            (await JournalTexts.Border(gateways, "TH")).Last()["kind"]
                .ShouldBeOneOf("receipt-settles-nothing", "receipt-unreadable");
        }
        finally
        {
            carrier.Release();
        }

        await one.ArrivesAbroad();
        (await one.Timeline()).Letters.ShouldHaveSingleItem().State.Code.ShouldBe("6");
    }

    private Task<LetterOutRow> Row(string letterId) =>
        gateways.Rows("TH", db => db.LettersOut.AsNoTracking().SingleAsync(l => l.LetterId == letterId));

    private Task Bring(string brings, string says, string letterId, byte[] hash, RemState state)
    {
        var outcome = new Outcome
        {
            LetterId = letterId, LetterSha256 = ByteString.CopyFrom(hash), State = state,
        };
        var receipt = new Receipt
        {
            ReceiptId = Guid.CreateVersion7().ToString("D"), FromCountry = says, ToCountry = "TH",
            At = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow),
            Outcomes = { outcome },
        };
        var signed = gateways.Identity(brings).Keys.Signing.Sign(receipt.ToByteArray(), JoseTypes.Receipt);
        var pouch = new Pouch
        {
            PouchId = Guid.CreateVersion7().ToString("D"), FromCountry = brings, ToCountry = "TH",
            Receipts = { SignedTokens.Pack(signed) },
        };
        return new LetterByHand(gateways, brings, "TH").Bring(pouch, brings);
    }
}
