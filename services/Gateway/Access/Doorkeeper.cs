using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>
/// Stands before every call with the gate. Afterwards every reading and every refusal stands in the access
/// journal, before the answer goes out.
/// </summary>
internal sealed class Doorkeeper(
    CallRules rules, CallGate gate, AccessJournal journal, GatewayIdentity identity) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (rules.Find(context.Method) is not { } rule)
        {
            return await continuation(request, context);
        }

        TResponse? answer = null;
        await Guard(rule, request as IMessage, context, async () =>
            answer = await continuation(request, context));
        return answer!;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        rules.Find(context.Method) is not { } rule
            ? continuation(request, responseStream, context)
            : Guard(rule, request as IMessage, context, async () =>
                await continuation(request, responseStream, context));

    private async Task Guard(
        CallRule rule, IMessage? request, ServerCallContext context, Func<Task> proceed)
    {
        var caller = CallerAt.Of(context, identity.Country);
        var about = About.Of(request);
        if (await gate.Refuses(rule, caller, about) is { } refusal)
        {
            throw RefusalStatus.Of(refusal, caller.Language);
        }

        try
        {
            // A stream is read while it runs: its entry comes first.
            if (rule.Reads && rule.Call.IsServerStreaming)
            {
                await journal.Read(rule, caller, about);
            }

            await proceed();
            if (rule.Reads && !rule.Call.IsServerStreaming)
            {
                await journal.Read(rule, caller, about.Now(context));
            }
        }
        catch (RpcException told)
        {
            await gate.Refused(rule, caller, about.Now(context), told);
            throw;
        }
    }
}
