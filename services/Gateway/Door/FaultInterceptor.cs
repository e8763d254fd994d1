using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Door.Wire;

namespace Referral.Gateway.Door;

/// <summary>
/// A fault becomes INTERNAL with a fixed text and an id: the text of an exception may hold personal data.
/// </summary>
internal sealed class FaultInterceptor(GatewayIdentity identity, ILogger<FaultInterceptor> log) : Interceptor
{
    /// <summary>The content of the case was erased: an answer, not a fault.</summary>
    public const string Erased = "REF-2307";

    /// <summary>Begin of what is said of a fault of the machine.</summary>
    public const string Fault = "A fault of the gateway";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Told(fault, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        SlowCalls.Asked(context.GetHttpContext());
        QuestionsInFlight.Asked(context.GetHttpContext());
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Told(fault, context);
        }
    }

    private RpcException Told(Exception fault, ServerCallContext context)
    {
        if (fault is KeyErased)
        {
            var header = context.GetHttpContext().Request.Headers.AcceptLanguage.ToString();
            return RefusalStatus.Of(
                Refusal.Of(Erased), AcceptLanguage.First(header) ?? identity.Country.Language);
        }

        if (context.CancellationToken.IsCancellationRequested)
        {
            return new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "The caller went away."));
        }

        var id = Guid.NewGuid().ToString("N")[..8];
        log.DoorFaulted(context.Method, id, fault.GetType().Name, fault.TargetSite?.Name ?? "");
        return new RpcException(new Grpc.Core.Status(StatusCode.Internal,
            $"{Fault}, number {id}. Nothing was saved."));
    }
}

/// <summary>What the door says in the log. Events 2000 to 2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error,
        "{Method} met a fault of the machine, number {Id}: {Fault} in {Place}")]
    public static partial void DoorFaulted(
        this ILogger log, string method, string id, string fault, string place);

    [LoggerMessage(2002, LogLevel.Warning, "{Case}: emergency access by an account at {Post}")]
    public static partial void GlassBroken(this ILogger log, string @case, string post);
}
