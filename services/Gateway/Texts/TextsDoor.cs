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
        Tell(call, found);
        return TextViews.One(CasesDoor.Given(caller, found), caller.Language);
    }

    public override Task<TextView> DraftText(DraftTextRequest request, ServerCallContext call) =>
        Change(call, request.Text, request.CommandId, request,
            (step, caller) => Gateway.Texts.DraftText.Do(step, caller, request));

    public override async Task<TextView> AskMachine(AskMachineRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var asked = await steps.Read(step => FindText.Of(step, caller, request.Text));
        Tell(call, asked);
        var found = CasesDoor.Given(caller, asked);
        var made = CasesDoor.Given(caller, await machine.Of(found.Unit, call.CancellationToken));
        return await Change(call, request.Text, request.CommandId, request,
            (step, _) => Gateway.Texts.DraftText.ByMachine(step, caller, request, made));
    }

    public override Task<TextView> ReviewText(ReviewTextRequest request, ServerCallContext call) =>
        Change(call, request.Text, request.CommandId, request,
            (step, caller) => Gateway.Texts.ReviewText.Do(step, caller, request));

    private async Task<TextView> Change(
        ServerCallContext call, string text, string commandId, IMessage request,
        Func<Step, Caller, Task<Decision<FoundText>>> work)
    {
        var caller = CallerAt.Of(call, identity.Country);
        return CasesDoor.Given(caller, await commands.Do(
            caller, commandId, request, TextView.Parser, async step =>
            {
                Tell(call, await FindText.Of(step, caller, text));
                var done = await work(step, caller);
                return done.Refused ? done.Refusal
                    : (done.Outcome.Case, TextViews.One(done.Outcome, caller.Language));
            }));
    }

    // The access journal names the case; the translator's answer does not.
    private static void Tell(ServerCallContext call, Decision<FoundText> found)
    {
        if (!found.Refused)
        {
            About.Tell(call, found.Outcome.Case);
        }
    }
}
