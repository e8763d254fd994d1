using Google.Protobuf;
using Referral.Contracts.Letters;
using Referral.Gateway.Journal.Pack;
using Referral.Network;
using Referral.Tests.Gateway.Running;
using Referral.Verifier.Pack;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// What this version does not know: a field is kept as it was signed, a kind is refused by its number, and
/// neither holds up what comes behind. Written with the neighbour's real keys; the persons are invented.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_newer_gateway_writes(RunningGateways gateways)
{
    private readonly LetterByHand _hand = new(gateways);

    [Fact]
    public async Task an_unknown_field_in_head_and_body_stays_to_the_court_pack()
    {
        var referral = _hand.NewReferral();
        var letter = _hand.Notice(referral);
        letter.Head = Letterhead.Parser.ParseFrom(With(letter.Head, 900));
        letter.VictimIdentificationNotice = VictimIdentificationNotice.Parser.ParseFrom(
            With(letter.VictimIdentificationNotice, 901));
        var signed = _hand.Sign(letter);

        await _hand.BringSigned(signed);

        (await _hand.Told(signed)).ShouldBe((RemState.Delivery, ""));
        var pack = CourtPack.Make(new(gateways.DataFolder("LA"), Members.Of("LA"), referral, "lo"),
            TimeProvider.System).Outcome;
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(pack));
        var name = PackFormat.LetterName("TH", 1, signed);
        using var part = new StreamReader(zip.GetEntry(name).ShouldNotBeNull().Open());
        var kept = await part.ReadToEndAsync(TestContext.Current.CancellationToken);
        kept.ShouldBe(signed);
        var payload = System.Buffers.Text.Base64Url.DecodeFromChars(kept.Split('.')[1]);
        payload.AsSpan().IndexOf("invented field 900"u8).ShouldBeGreaterThan(0);
        payload.AsSpan().IndexOf("invented field 901"u8).ShouldBeGreaterThan(0);
        PackCheck.Run(new MemoryStream(pack)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task an_unknown_kind_is_refused_and_the_letters_behind_it_go_on()
    {
        var (referral, other) = (_hand.NewReferral(), _hand.NewReferral());
        var unknown = Letter.Parser.ParseFrom(With(_hand.Complete(referral, 2, "M77", new Letter()), 177));
        var signed = new[]
            {
                _hand.Notice(referral), unknown, _hand.Request(referral, 3), _hand.Notice(other),
            }.Select(one => _hand.Sign(one)).ToArray();

        await _hand.BringSigned(signed);

        (await _hand.Told(signed[1])).ShouldBe((RemState.RelayRejection, "REF-2408"));
        // The third is judged for what it is, not left to wait behind the second.
        (await _hand.Row(signed[2])).ShouldNotBeNull().State.ShouldNotBe((int)RemState.RelayAcceptance);
        (await _hand.Told(signed[3])).ShouldBe((RemState.Delivery, ""));
    }

    private static byte[] With(IMessage message, int field)
    {
        using var bytes = new MemoryStream();
        var output = new CodedOutputStream(bytes);
        message.WriteTo(output);
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString($"invented field {field}");
        output.Flush();
        return bytes.ToArray();
    }
}
