using Referral.Contracts.Letters;
using Referral.Tests.Gateway.CaseFile;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// Bodies with anything at all in their fields, written with the neighbour's real keys: each is answered with
/// a signed receipt, none faults a step, and what took effect can be read at the desk. In a network of its
/// own: it fills the tray.
/// </summary>
public class When_a_letter_says_anything_at_all(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    private const int Letters = 25;

    private readonly LetterByHand _hand = new(gateways);

    [Theory]
    [InlineData("M01")]
    [InlineData("M03")]
    [InlineData("M05")]
    public async Task each_is_answered_and_what_took_effect_is_read(string kind)
    {
        var (read, faults) = (0, await Faults());
        for (var seed = 0; seed < Letters; seed++)
        {
            var referral = _hand.NewReferral();
            var letter = Any(kind, referral, new AnyMessage(seed));
            var signed = _hand.Sign(letter);
            await _hand.BringSigned(
                kind == "M01" ? [signed] : [_hand.Sign(_hand.Notice(referral)), signed]);

            var told = await _hand.Told(signed);

            told.Code.ShouldMatch("^$|^REF-2[0-9]{3}$", $"seed {seed}");
            (told.State == RemState.Delivery).ShouldBe(told.Code.Length == 0);
            if (told.State == RemState.Delivery || kind != "M01")
            {
                var desk = gateways.Desk("LA");
                (await desk.Does(desk.Officer, (door, o) => door.GetCaseAsync(new() { Case = referral }, o)))
                    .Fields.ShouldNotBeEmpty();
                read++;
            }
        }

        read.ShouldBeGreaterThan(Letters / 4);
        (await Faults()).ShouldBe(faults);
    }

    private async Task<int> Faults() =>
        (await JournalTexts.Border(gateways, "LA")).Count(entry => entry["kind"] == "letter-faulted");

    private Letter Any(string kind, string referral, AnyMessage any)
    {
        var letter = _hand.Complete(referral, kind == "M01" ? 1u : 2u, kind, kind switch
        {
            "M01" => new() { VictimIdentificationNotice = any.Of<VictimIdentificationNotice>() },
            "M03" => new()
            {
                NationalityVerificationRequested = any.Of<NationalityVerificationRequested>(),
            },
            _ => new() { FamilyTracingRequested = any.Of<FamilyTracingRequested>() },
        });
        letter.Head.Languages.Add(any.List(any.Text));
        letter.Head.ViewerPosts.Add(any.List(any.Text));
        return letter;
    }
}
