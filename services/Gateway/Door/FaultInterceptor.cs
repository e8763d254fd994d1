using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;
using Referral.Gateway.CaseFile;

namespace Referral.Gateway.Door;

/// <summary>
/// A fault becomes INTERNAL with a fixed text and an id: the text of an exception may hold personal data.
/// </summary>
internal sealed class FaultInterceptor(GatewayIdentity identity, ILogger<FaultInterceptor> log) : Interceptor
{
    /// <summary>The content of the case was erased: an answer, not a fault.</summary>
    public const string Erased = "REF-2307";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (KeyErased)
        {
            var header = context.GetHttpContext().Request.Headers.AcceptLanguage.ToString();
            throw RefusalStatus.Of(
                Refusal.Of(Erased), AcceptLanguage.First(header) ?? identity.Country.Language);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            var id = Guid.NewGuid().ToString("N")[..8];
            log.DoorFaulted(context.Method, id, fault.GetType().Name, fault.TargetSite?.Name ?? "");
            throw new RpcException(new Grpc.Core.Status(StatusCode.Internal,
                $"A fault of the gateway, number {id}. Nothing was saved."));
        }
    }
}

/// <summary>What the door says in the log. Events 2000 to 2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Error,
        "{Method} met a fault of the machine, number {Id}: {Fault} in {Place}")]
    public static partial void DoorFaulted(
        this ILogger log, string method, string id, string fault, string place);
}
