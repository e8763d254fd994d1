using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>A group found together, in one call. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_a_batch_comes(RunningGateways gateways)
{
    private Desk Home => gateways.Desk("TH");

    [Fact]
    public async Task each_item_is_done_by_itself_and_the_same_batch_does_it_once()
    {
        var batch = Batch(Create("LA"), Create("TH"), Create("LA"));

        var answer = await Run(batch, Home.CaseManager);
        var again = await Run(batch, Home.CaseManager);

        answer.Outcomes.Select(one => one.OutcomeCase).ShouldBe(
        [
            BatchOutcome.OutcomeOneofCase.CaseView, BatchOutcome.OutcomeOneofCase.Refusal,
            BatchOutcome.OutcomeOneofCase.CaseView,
        ]);
        answer.Refused.ShouldBe(1u);
        answer.Outcomes[1].Refusal.Code.ShouldBe("REF-2106");
        answer.Outcomes[1].Refusal.Sentence.ShouldNotBeEmpty();
        answer.Outcomes[0].CaseView.Case.ShouldNotBe(answer.Outcomes[2].CaseView.Case);
        again.ShouldBe(answer);
    }

    [Fact]
    public async Task no_letter_goes_about_one_because_another_agreed()
    {
        var agreed = await PlayedCase.Agreed(gateways);
        var not = await PlayedCase.Identified(gateways);

        var answer = await Run(Batch(Prepare(agreed), Prepare(not)), Home.Officer);

        answer.Outcomes[0].Draft.Case.ShouldBe(agreed.Number);
        answer.Outcomes[1].Refusal.Code.ShouldBe("REF-2102");
        (await JournalTexts.Of(gateways, "TH", not.Number))
            .ShouldContain(e => e["kind"] == "command-refused" && e["code"] == "REF-2102");
    }

    [Fact]
    public async Task an_item_is_for_whoever_may_make_its_call()
    {
        // A desk officer may come with a batch, and registers nobody.
        var answer = await Run(Batch(Create("LA")), Home.Officer);

        answer.Outcomes[0].Refusal.Code.ShouldBe("REF-2002");
    }

    [Fact]
    public async Task what_somebody_tried_of_a_case_without_the_role_stands_in_its_journal()
    {
        var one = await PlayedCase.Identified(gateways);
        var consent = one.ConsentOf(RecordConsentRequest.Types.Decision.Given, "NOTIFY_ORIGIN");

        var answer = await Run(Batch(new BatchItem { RecordConsent = consent }), Home.Officer);

        answer.Outcomes[0].Refusal.Code.ShouldBe("REF-2002");
        answer.Outcomes[0].Refusal.Sentence.ShouldNotBeEmpty();
        (await JournalTexts.Of(gateways, "TH", one.Number)).ShouldContain(
            e => e["kind"] == "command-refused" && e["code"] == "REF-2002"
                && e["command"] == "RecordConsent");
    }

    [Fact]
    public async Task too_many_none_and_one_without_a_command_are_refused_whole()
    {
        (await Refused(Batch([.. Enumerable.Repeat(Create("LA"), 101)]))).ShouldBe("REF-2008");
        (await Refused(Batch())).ShouldBe("REF-2009");
        (await Refused(Batch(Create("LA"), new BatchItem()))).ShouldBe("REF-2009");
        var nameless = Batch(Create("LA"));
        nameless.CommandId = "";
        (await Refused(nameless)).ShouldBe("REF-2006");
    }

    private async Task<string> Refused(RunBatchRequest batch) =>
        (await Home.Refuses(() => Run(batch, Home.CaseManager))).Code;

    private async Task<BatchAnswer> Run(RunBatchRequest batch, Seat seat) =>
        await Home.Batches.RunBatchAsync(batch, Home.As(seat));

    private static RunBatchRequest Batch(params BatchItem[] items) =>
        new() { CommandId = Desk.NewCommand(), Items = { items } };

    private static BatchItem Create(string origin) =>
        new() { CreateCase = new() { Origin = origin, HappenedOn = "2025-07-10" } };

    private static BatchItem Prepare(PlayedCase one) =>
        new() { PrepareLetter = new() { Case = one.Number, Kinds = { "M01" } } };
}
