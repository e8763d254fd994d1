using Google.Protobuf;
using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>Commands that change the folder or the case and send nothing.</summary>
internal sealed partial class CasesDoor
{
    public override async Task<CaseView> CreateCase(CreateCaseRequest request, ServerCallContext call)
    {
        using var span = Trace.Here();
        var caller = CallerAt.Of(call, Country);
        var answer = await commands.Do(caller, request.CommandId, request, CaseView.Parser, async step =>
        {
            if (WhoMay.Say(caller, Country, "host", nameof(PresumedVictimRegistered)) is { } refusal)
            {
                return refusal;
            }

            var row = await RegisterPresumedVictim.Do(step, request, caller.Post);
            return row.Refused ? row.Refusal : (row.Outcome, await Written(step, row.Outcome, caller));
        });
        return answer.Refused ? throw RefusalStatus.Of(answer.Refusal, caller.Language) : answer.Outcome;
    }

    public override Task<CaseView> EditSection(EditSectionRequest request, ServerCallContext call) =>
        Enter(call, request.CommandId, request.Case, request,
            caller => WhoMay.Say(caller, Country, "ledger", "SectionWritten"),
            (step, row, caller) => WriteSection.Do(step, row, request, (caller.Post, caller.Roles)));

    public override Task<CaseView> AddAttachment(AddAttachmentRequest request, ServerCallContext call) =>
        Enter(call, request.CommandId, request.Case, request,
            caller => WhoMay.Say(caller, Country, "ledger", "SectionWritten"),
            (_, _, _) =>
                Task.FromResult<Refusal?>(Photographs.Refuse(request.MediaType, request.Content.Span)));

    public override Task<CaseView> RecordConsent(RecordConsentRequest request, ServerCallContext call) =>
        Enter(call, request.CommandId, request.Case, request,
            caller => WhoMay.Say(caller, Country, "ledger", nameof(ConsentRecorded)),
            (step, row, caller) => CaseFile.RecordConsent.Do(step, row, request, caller.Post));

    public override Task<CaseView> RecordEvent(RecordEventRequest request, ServerCallContext call) =>
        Enter(call, request.CommandId, request.Case, request,
            caller => MaySayAny(caller, request.Event),
            (step, row, caller) => Repatriation.RecordEvent.Do(step, row, request, caller.Post));

    private Refusal? MaySayAny(Caller caller, string happened)
    {
        var refusals = new[] { "host", "origin", "ledger" }
            .Select(saga => WhoMay.Say(caller, Country, saga, happened)).ToList();
        return refusals.Contains(null) ? null
            : refusals.Find(r => r!.Code == WhoMay.PostMayNot) ?? refusals[0];
    }

    /// <summary>A command that answers with the case as it then is.</summary>
    private Task<CaseView> Enter(
        ServerCallContext call, string commandId, string name, IMessage request,
        Func<Caller, Refusal?> who, Func<Step, CaseRow, Caller, Task<Refusal?>> work) =>
        Change(call, commandId, name, request, CaseView.Parser,
            (_, _, caller) => Task.FromResult(who(caller)),
            async Task<Decision<CaseView>> (step, row, caller) =>
                await work(step, row, caller) is { } refusal ? refusal : await Written(step, row, caller));

    /// <summary>The case with what this step changed: saved first, since the view reads the tables.</summary>
    private static async Task<CaseView> Written(Step step, CaseRow row, Caller caller)
    {
        await step.Save();
        return await CaseViews.Of(step, row, caller);
    }
}
