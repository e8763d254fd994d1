using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Referral.Gateway.Door.Wire;

/// <summary>
/// Large answers go packed, small ones as they are: over a bad line a full tray is a third of its bytes, and
/// a desk in the house pays nothing for a tray of three tasks. Figures: docs/Performance.md.
/// </summary>
internal sealed class PackedAnswers : Interceptor
{
    private static readonly WriteOptions AsItIs = new(WriteFlags.NoCompress);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var answer = await continuation(request, context);
        if (IsGrpc(context) && answer is IMessage message
            && message.CalculateSize() < DoorLimits.PackedFromBytes)
        {
            context.WriteOptions = AsItIs;
        }

        return answer;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        // One event is small.
        if (IsGrpc(context))
        {
            responseStream.WriteOptions = AsItIs;
        }

        return continuation(request, responseStream, context);
    }

    // What becomes JSON is no message on the line, and its context takes no options.
    private static bool IsGrpc(ServerCallContext context) => context.GetHttpContext().Request.ContentType
        ?.StartsWith("application/grpc", StringComparison.Ordinal) == true;
}
