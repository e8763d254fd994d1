using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Door;

namespace Referral.Gateway.Access;

/// <summary>
/// Stands before every call: the rate of the caller, the roles that the call names, roles that one person may
/// not hold together. Afterwards every reading and every refusal stands in the access journal, before the
/// answer goes out. Refuses: REF-2002, REF-2003, REF-2011, REF-2012.
/// </summary>
internal sealed class Doorkeeper(
    CallRules rules, AccessJournal journal, CallerRates rates, RefusedCommands commands,
    GatewayIdentity identity) : Interceptor
{
    public const string RolesApart = "REF-2011";

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
        var about = CaseNames.In(request);
        if (await May(rule, caller) is { } refusal)
        {
            await journal.Refused(rule, caller, about, refusal.Code);
            if (!rule.Reads && about.Length > 0)
            {
                await commands.Enter(rule.Call.Name, caller, about, refusal.Code);
            }

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
                await journal.Read(rule, caller, about);
            }
        }
        catch (RpcException no) when (NumberIn(no) is { } code)
        {
            await journal.Refused(rule, caller, about, code);
            throw;
        }
    }

    private static string? NumberIn(RpcException no) =>
        no.GetRpcStatus()?.GetDetail<ErrorInfo>() is { Reason.Length: > 0 } info ? info.Reason : null;

    private async ValueTask<Refusal?> May(CallRule rule, Caller caller)
    {
        if (await rates.Take(caller) is { } tooMany)
        {
            return tooMany;
        }

        if (!caller.Roles.Any(rule.Roles.Contains))
        {
            return Refusal.Of(WhoMay.RoleMayNot,
                ("event", rule.Call.Name), ("role", string.Join(' ', caller.Roles)));
        }

        return Apart(caller.Roles) is { } pair ? Refusal.Of(RolesApart, ("role", pair))
            : caller.Post.Length == 0 ? Refusal.Of(WhoMay.PostMayNot, ("post", "-")) : null;
    }

    /// <summary>Two of these roles that one account may not hold, in the gateway or in one case.</summary>
    private static string? Apart(IReadOnlyList<string> roles)
    {
        for (var i = 0; i < roles.Count; i++)
        {
            for (var j = i + 1; j < roles.Count; j++)
            {
                if (RoleBook.Shipped.Excludes(roles[i], roles[j]))
                {
                    return $"{roles[i]} {roles[j]}";
                }
            }
        }

        return null;
    }
}
