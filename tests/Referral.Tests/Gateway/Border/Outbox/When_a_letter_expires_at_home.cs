using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Watch;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Outbox;

/// <summary>A line was closed for so long that a letter which waited for it may not go any more.</summary>
[Collection(AcrossTheBorder.Name)]
public sealed class When_a_letter_expires_at_home(RunningGateways gateways)
{
    [Fact]
    public async Task it_goes_out_empty_under_its_number_and_the_next_one_goes_with_it()
    {
        await Lease(DateTimeOffset.UtcNow.AddHours(1));
        var late = await PlayedCase.Released(gateways);
        var next = await PlayedCase.Released(gateways);
        await gateways.Steps("TH").Always(step => step.Db.LettersOut
            .Where(l => l.Referral == late.Referral)
            .ExecuteUpdateAsync(l => l.SetProperty(r => r.ExpiresAt, step.Now.AddSeconds(-1))));

        await Lease(DateTimeOffset.UtcNow.AddSeconds(-1));
        await next.ArrivesAbroad();
        await late.ArrivesAbroad();

        (await Letters(late)).ShouldBe(
        [
            ("M01", 1, RemState.SubmissionRejection, false),
            (LetterKinds.Void, 1, RemState.Delivery, true),
        ]);
        (await JournalTexts.Of(gateways, "TH", late.Number)).Where(e => e["kind"] == "letter-voided")
            .Select(e => (e["letter_number"], e["reason"])).ShouldBe([("1", "expired")]);
        (await Letters(next)).Select(l => l.Kind).ShouldBe(["M01"]);
    }

    private Task<List<(string Kind, long Number, RemState State, bool Left)>> Letters(PlayedCase one) =>
        gateways.Rows("TH", async db => (await db.LettersOut.AsNoTracking()
                .Where(l => l.Referral == one.Referral).OrderBy(l => l.Row).ToListAsync())
            .ConvertAll(l => (l.Kind, l.Number, (RemState)l.State, l.LeftAt is not null)));

    private Task<int> Lease(DateTimeOffset until) => gateways.Steps("TH").Always(async step =>
    {
        var line = await Neighbours.Of(step, "LA");
        (line.LeaseHolder, line.LeaseUntil) = ("another:5102", until);
        step.Tell("LA");
        return 0;
    });
}
