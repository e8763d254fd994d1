using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Referral.Contracts.Desk;
using Referral.Gateway.Access;
using Referral.Gateway.Door;

namespace Referral.Gateway.Texts;

/// <summary>The gRPC service Texts: units of free text for translators and reviewers.</summary>
[Authorize]
internal sealed class TextsDoor(
    Steps steps, Commands commands, CallerTokens tokens, MachineDrafts machine, GatewayIdentity identity)
    : Contracts.Desk.Texts.TextsBase
{
    public override async Task<TextList> ListTexts(ListTextsRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        return CasesDoor.Given(caller,
            await steps.Read(step => TextViews.List(step, request, caller, tokens)));
    }

    public override async Task<TextView> GetText(GetTextRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var found = await steps.Read(step => FindText.Of(step, caller, request.Text));
        return TextViews.One(CasesDoor.Given(caller, found), caller.Language);
    }

    public override Task<TextView> DraftText(DraftTextRequest request, ServerCallContext call) =>
        Change(CallerAt.Of(call, identity.Country), request.CommandId, request,
            (step, caller) => Gateway.Texts.DraftText.Do(step, caller, request));

    public override async Task<TextView> AskMachine(AskMachineRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var found = CasesDoor.Given(caller, await steps.Read(step =>
            FindText.Of(step, caller, request.Text)));
        var made = CasesDoor.Given(caller, await machine.Of(found.Unit, call.CancellationToken));
        return await Change(caller, request.CommandId, request,
            (step, _) => Gateway.Texts.DraftText.ByMachine(step, caller, request, made));
    }

    public override Task<TextView> ReviewText(ReviewTextRequest request, ServerCallContext call) =>
        Change(CallerAt.Of(call, identity.Country), request.CommandId, request,
            (step, caller) => Gateway.Texts.ReviewText.Do(step, caller, request));

    private async Task<TextView> Change(
        Caller caller, string commandId, IMessage request,
        Func<Step, Caller, Task<Decision<FoundText>>> work) =>
        CasesDoor.Given(caller, await commands.Do(caller, commandId, request, TextView.Parser, async step =>
        {
            var done = await work(step, caller);
            return done.Refused ? done.Refusal
                : (done.Outcome.Case, TextViews.One(done.Outcome, caller.Language));
        }));
}
