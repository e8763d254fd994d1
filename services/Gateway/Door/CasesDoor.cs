using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>
/// The gRPC service Cases: who may, then the feature, then the view. Thin on purpose; what a command means
/// stands in its feature. Changes in CasesDoor.Commands.cs and CasesDoor.Letters.cs, reading here.
/// </summary>
[Authorize]
internal sealed partial class CasesDoor(
    Steps steps, Commands commands, RefusedCommands refused, CallerTokens tokens, GatewayIdentity identity)
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
        return Given(caller, Country.Posts.Any(p => p.Id == caller.Post)
            ? await steps.Read(step => TrayView.Of(step, request, caller, tokens))
            : Refusal.Of(WhoMay.PostMayNot, ("post", caller.Post)));
    }

    public override async Task<CaseList> ListCases(ListCasesRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, Country);
        return Given(caller, await steps.Read(step => CaseListView.Of(step, request, caller, tokens)));
    }

    internal static T Given<T>(Caller caller, Decision<T> answer) =>
        answer.Refused ? throw RefusalStatus.Of(answer.Refusal, caller.Language) : answer.Outcome;

    private async Task<TView> Look<TView>(
        ServerCallContext call, string name, Func<Step, CaseRow, Caller, Task<TView>> view)
        where TView : class
    {
        var caller = CallerAt.Of(call, Country);
        return Given(caller, await steps.Read(async Task<Decision<TView>> (step) =>
        {
            var found = await Find(step, caller, name, reads: true);
            return found.Refused ? found.Refusal
                : await view(step, found.Outcome.Row, found.Outcome.Caller);
        }));
    }

    /// <summary>
    /// The case, when this post may open it. A case that a post may not open and one that does not exist
    /// answer alike. One whose first letter still waits for a gap has no saga yet and is not shown.
    /// </summary>
    private static async Task<Decision<(CaseRow Row, Caller Caller)>> Find(
        Step step, Caller caller, string name, bool reads)
    {
        var row = await step.FindCase(CaseNames.Number(name));
        if (row is not null && reads)
        {
            await step.LoadView(row);
        }

        return row is null || await step.StateOf(row) is null
            || await OpenCase.By(step, row, caller, reads) is not { } let
                ? Refusal.Of(NoSuchCase) : (row, let);
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
            var found = await Find(step, caller, name, reads: false);
            var refusal = found.Refusal ?? await who(step, found.Outcome.Row, caller);
            if (refusal is not null)
            {
                return refusal;
            }

            var done = await work(step, found.Outcome.Row, caller);
            return done.Refused ? done.Refusal : (found.Outcome.Row, done.Outcome);
        });
        if (answer.Refused)
        {
            await refused.Enter(
                call.Method[(call.Method.LastIndexOf('/') + 1)..], caller, name, answer.Refusal.Code);
        }

        return Given(caller, answer);
    }
}
