using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Referral.Contracts.Desk;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>
/// The gRPC service Cases: who may, then the feature, then the view. Thin on purpose; what a command means
/// stands in its feature. Changes in CasesDoor.Commands.cs and CasesDoor.Letters.cs, reading here.
/// </summary>
[Authorize]
internal sealed partial class CasesDoor(Steps steps, Commands commands, GatewayIdentity identity)
    : Cases.CasesBase
{
    public const string NoSuchCase = "REF-2004";

    private Country Country => identity.Country;

    public override Task<CaseView> GetCase(GetCaseRequest request, ServerCallContext call) =>
        Look(call, request.Case, (step, row, caller) => CaseViews.Of(step, row, caller));

    public override Task<Timeline> GetTimeline(GetTimelineRequest request, ServerCallContext call) =>
        Look(call, request.Case, TimelineView.Of);

    public override async Task<Tray> ListTray(ListTrayRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, Country);
        return Country.Posts.Any(p => p.Id == caller.Post)
            ? await steps.Read(step => TrayView.Of(step, request, caller))
            : throw RefusalStatus.Of(Refusal.Of(WhoMay.PostMayNot, ("post", caller.Post)), caller.Language);
    }

    private async Task<TView> Look<TView>(
        ServerCallContext call, string name, Func<Step, CaseRow, Caller, Task<TView>> view)
        where TView : class
    {
        var caller = CallerAt.Of(call, Country);
        var seen = await steps.Read(async Task<Decision<TView>> (step) =>
        {
            var found = await Find(step, caller, name);
            return found.Refused ? found.Refusal : await view(step, found.Outcome, caller);
        });
        return seen.Refused ? throw RefusalStatus.Of(seen.Refusal, caller.Language) : seen.Outcome;
    }

    /// <summary>
    /// The case, when this post may open it. A case that a post may not open and one that does not exist
    /// answer alike. One whose first letter still waits for a gap has no saga yet and is not shown.
    /// </summary>
    private async Task<Decision<CaseRow>> Find(Step step, Caller caller, string name)
    {
        var row = await step.FindCase(name);
        return row is null || await step.StateOf(row) is null
            || WhoMay.Open(caller, Country, row.Other) is not null
                ? Refusal.Of(NoSuchCase) : row;
    }

    /// <summary>
    /// One command of a case: once, by whoever may, answered with what the feature made of it.
    /// </summary>
    private async Task<TAnswer> Change<TAnswer>(
        ServerCallContext call, string commandId, string name, IMessage request,
        MessageParser<TAnswer> parser,
        Func<Step, CaseRow, Caller, Task<Refusal?>> who,
        Func<Step, CaseRow, Caller, Task<Decision<TAnswer>>> work)
        where TAnswer : class, IMessage<TAnswer>
    {
        var caller = CallerAt.Of(call, Country);
        var answer = await commands.Do(caller, commandId, request, parser, async step =>
        {
            var found = await Find(step, caller, name);
            var refusal = found.Refusal ?? await who(step, found.Outcome, caller);
            if (refusal is not null)
            {
                return refusal;
            }

            var done = await work(step, found.Outcome, caller);
            return done.Refused ? done.Refusal : (found.Outcome, done.Outcome);
        });
        return answer.Refused ? throw await Refused(call, caller, name, answer.Refusal) : answer.Outcome;
    }

    /// <summary>A refusal leaves its number and the post in the case's journal: somebody tried.</summary>
    private async Task<RpcException> Refused(
        ServerCallContext call, Caller caller, string name, Refusal refusal)
    {
        await steps.Always(async step =>
        {
            var row = await step.FindCase(name);
            if (row is not null)
            {
                await step.Journal(row, "command-refused", ("code", refusal.Code),
                    ("command", call.Method[(call.Method.LastIndexOf('/') + 1)..]),
                    ("post", KnownPost(caller)));
            }

            return 0;
        });
        return RefusalStatus.Of(refusal, caller.Language);
    }

    private string KnownPost(Caller caller) => Posts.IsOurs(Country, caller.Post) ? caller.Post : "-";
}
