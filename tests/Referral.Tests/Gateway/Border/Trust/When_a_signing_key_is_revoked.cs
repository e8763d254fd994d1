using Microsoft.EntityFrameworkCore;
using Referral.Cli.Journals;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Trust;
using Referral.Network;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

/// <summary>
/// Letters and receipts on their way when the key that signed them is revoked. All persons are invented.
/// </summary>
public class When_a_signing_key_is_revoked(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    private readonly AdministeredNetwork _network = new(gateways);

    [Fact]
    public async Task a_letter_in_flight_no_longer_counts_and_crosses_signed_again()
    {
        var carrier = gateways.CarrierOf("TH");
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        carrier.Hold();
        try
        {
            await one.Release(draft.Revision);
            await carrier.InFlight();
            _network.Replace("TH");
            await _network.Install("TH", "LA", "CN", "VN");
        }
        finally
        {
            carrier.Release();
        }

        await one.ArrivesAbroad();
        var entries = await JournalTexts.Of(gateways, "TH", one.Referral);
        var written = entries.Single(e => e["kind"] == "letter-written");
        var again = entries.Single(e => e["kind"] == "letter-resigned");
        again["replaces"].ShouldBe(written["letter_sha256"]);
        again["letter_id"].ShouldBe(written["letter_id"]);
        again["kid"].ShouldBe(gateways.Identity("TH").Keys.Signing.Kid);
        (await JournalTexts.Border(gateways, "LA")).ShouldContain(e => e["kind"] == "letter-unreadable"
            && e["jws_sha256"] == written["letter_sha256"] && e["code"] == "REF-2404");
        var admitted = (await JournalTexts.Of(gateways, "LA", one.Referral))
            .Single(e => e["kind"] == "letter-admitted");
        admitted["letter_sha256"].ShouldBe(again["letter_sha256"]);
        await HoldsEverywhere();
    }

    [Fact]
    public async Task a_letter_that_had_arrived_is_a_repeat_and_its_first_receipt_settles_it()
    {
        var answers = gateways.CarrierOf("LA");
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        answers.Hold();
        try
        {
            await one.Release(draft.Revision);
            await answers.InFlight();
            _network.Replace("TH");
            await _network.Install("LA", "CN", "VN", "TH");
        }
        finally
        {
            answers.Release();
        }

        await one.ArrivesAbroad();
        var there = await gateways.Rows(
            "LA", db => db.LettersIn.Where(l => l.Referral == one.Referral).ToListAsync());
        there.ShouldHaveSingleItem().State.ShouldBe(6);
        var entries = await JournalTexts.Of(gateways, "TH", one.Referral);
        entries.Count(e => e["kind"] == "letter-resigned").ShouldBe(1);
        there[0].Sha256.ShouldBe(entries.Single(e => e["kind"] == "letter-written")["letter_sha256"]);
        await HoldsEverywhere();
    }

    [Fact]
    public async Task a_receipt_no_longer_counts_either_and_is_signed_again_when_the_letter_comes_again()
    {
        var answers = gateways.CarrierOf("LA");
        var one = await PlayedCase.Agreed(gateways);
        var draft = await one.Prepare("M01");
        answers.Hold();
        try
        {
            await one.Release(draft.Revision);
            await answers.InFlight();
            _network.Replace("LA");
            await _network.Install("TH", "CN", "VN", "LA");
        }
        finally
        {
            answers.Release();
        }

        await one.ArrivesAbroad();
        (await JournalTexts.Border(gateways, "TH")).ShouldContain(e => e["kind"] == "receipt-unreadable"
            && e["code"] == "REF-2404");
        (await JournalTexts.Border(gateways, "LA")).ShouldContain(e => e["kind"] == "receipt-resigned");
        (await gateways.Rows("LA", db => db.LettersIn.CountAsync(l => l.Referral == one.Referral)))
            .ShouldBe(1);
        await HoldsEverywhere();
    }

    [Fact]
    public async Task a_letter_that_waits_for_a_gap_waits_on_until_it_comes_signed_again()
    {
        var hand = new LetterByHand(gateways);
        var referral = hand.NewReferral();
        var (notice, tracing) = (hand.Notice(referral), hand.Tracing(referral, 2));
        var old = hand.Sign(tracing);
        await hand.BringSigned(old);
        _network.Replace("TH");
        await _network.Install("TH", "LA", "CN", "VN");

        await hand.BringSigned(hand.Sign(notice));
        (await hand.Row(old))!.State.ShouldBe((int)RemState.RelayAcceptance);

        tracing.Head.Replaces = LetterByHand.Sha256(old);
        var again = hand.Sign(tracing);
        await hand.BringSigned(again);

        (await hand.Told(again)).ShouldBe((RemState.Delivery, ""));
        (await hand.Row(old))!.State.ShouldBe((int)RemState.RelayRejection);
        (await gateways.Rows("LA", db => db.LettersIn.CountAsync(l => l.Referral == referral
            && l.State == (int)RemState.Delivery))).ShouldBe(2);
        await HoldsEverywhere();
    }

    [Fact]
    public async Task an_older_list_laid_down_later_changes_nothing_also_after_a_restart()
    {
        _network.Replace("VN");
        var before = await File.ReadAllBytesAsync(
            Path.Combine(gateways.DataFolder("VN"), TrustList.FileName),
            TestContext.Current.CancellationToken);
        await _network.Install("TH", "LA", "CN", "VN");
        var version = _network.List.Latest.Version;
        await File.WriteAllBytesAsync(Path.Combine(gateways.DataFolder("VN"), TrustList.FileName), before,
            TestContext.Current.CancellationToken);
        await _network.Look("VN");
        gateways.Identity("VN").Trust.Version.ShouldBe(version);

        await gateways.Restart();

        gateways.Identity("VN").Trust.Version.ShouldBe(version);
        (await JournalTexts.Border(gateways, "VN")).ShouldContain(e =>
            e["kind"] == "trust-list-taken" && e["version"] == $"{version}");
    }

    private async Task HoldsEverywhere()
    {
        // Until a gateway has sealed with its new key, the old checkpoints rest on the revoked one alone.
        foreach (var country in Members.Codes)
        {
            var kid = gateways.Identity(country).Keys.Signing.Kid;
            await RunningGateways.Until(() => gateways.Rows(country, async db => await db.Checkpoints
                .OrderByDescending(c => c.Number).Select(c => c.Jws).FirstOrDefaultAsync() is { } newest
                && LetterText.KidOf(newest) == kid), $"a checkpoint of {country} under its key of now");
        }

        foreach (var journal in JournalsCheck.Run(gateways.Network.Folder))
            journal.Report.Whole.ShouldBeTrue(
                $"{journal.Country}: {string.Join(' ', journal.Report.Findings)}");
    }
}
