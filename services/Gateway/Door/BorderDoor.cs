using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Referral.Contracts.Desk;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Watch;

namespace Referral.Gateway.Door;

/// <summary>
/// The gRPC service Border: what waits, why, and the switch of resending. Whoever may pause may look.
/// </summary>
[Authorize]
internal sealed class BorderDoor(
    Steps steps, Commands commands, UndeliverablePouches undeliverable, GatewayIdentity identity)
    : Contracts.Desk.Border.BorderBase
{
    private const string Paused = "BorderPaused";
    private const string SentAgain = "LettersSentAgain";

    public override Task<BorderView> GetBorder(GetBorderRequest request, ServerCallContext call) =>
        Look(call, (step, _) => BorderState.Of(step, request.Country));

    public override Task<WhyView> Why(WhyRequest request, ServerCallContext call) =>
        Look(call, (step, caller) => WhyALetter.Of(step, request.LetterId, caller.Language));

    public override async Task<NeighbourView> PauseResending(
        PauseResendingRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var answer = await commands.Do(
            caller, request.CommandId, request, NeighbourView.Parser, async step =>
            {
                if ((May(caller, Paused) ?? await ResendSwitch.Pause(step, request, caller.Post))
                    is { } refusal)
                {
                    return refusal;
                }

                await step.Save();
                return (null, await BorderState.Neighbour(step, request.Country));
            });
        return answer.Refused ? throw RefusalStatus.Of(answer.Refusal, caller.Language) : answer.Outcome;
    }

    public override async Task<SentAgain> SendAgain(SendAgainRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var answer = await commands.Do(
            caller, request.CommandId, request, Contracts.Desk.SentAgain.Parser, async step =>
            {
                if (May(caller, SentAgain) is { } refusal)
                {
                    return refusal;
                }

                var sent = await ResendSwitch.SendAgain(step, request, caller.Post);
                return sent.Refused ? sent.Refusal : (null, sent.Outcome);
            });
        return answer.Refused ? throw RefusalStatus.Of(answer.Refusal, caller.Language) : answer.Outcome;
    }

    public override async Task<BorderView> TakeUndeliverable(
        TakeUndeliverableRequest request, ServerCallContext call)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var released = await commands.Do(
            caller, request.CommandId, request, TakeUndeliverableRequest.Parser, async step =>
            {
                var refusal = May(caller, SentAgain)
                    ?? await UndeliverablePouches.Release(step, request.BodySha256, caller.Post);
                return refusal is not null ? refusal : (null, request);
            });
        if (released.Refused)
            throw RefusalStatus.Of(released.Refusal, caller.Language);
        await undeliverable.TakeAgain(request.BodySha256, call.CancellationToken);
        return (await steps.Read(step => BorderState.Of(step, ""))).Outcome;
    }

    private async Task<T> Look<T>(ServerCallContext call, Func<Step, Caller, Task<Decision<T>>> look)
    {
        var caller = CallerAt.Of(call, identity.Country);
        var answer = May(caller, Paused) is { } refusal
            ? refusal : await steps.Read(step => look(step, caller));
        return answer.Refused ? throw RefusalStatus.Of(answer.Refusal, caller.Language) : answer.Outcome;
    }

    private Refusal? May(Caller caller, string happened) =>
        WhoMay.Say(caller, identity.Country, "ledger", happened);
}
