using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Polly;
using Polly.Retry;
using Status = Grpc.Core.Status;

namespace Referral.Cli.Desk;

/// <summary>
/// A call that got no answer is made again, where that is safe: it only reads, or it carries the request id
/// with which it has its effect once. Every try has its own deadline. A refusal is an answer, but for the one
/// that asks for a pause (REF-2012, REF-2016).
/// </summary>
internal sealed class CallsAgain : Interceptor
{
    public const int TriesMax = 4;

    private readonly TimeSpan _patience;
    private readonly ResiliencePipeline _again;

    public CallsAgain(TimeSpan patience)
    {
        _patience = patience;
        _again = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = TriesMax - 1,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<RpcException>(IsNoAnswer),
        }).Build();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        async ValueTask<TResponse> Once(CancellationToken cancellation)
        {
            var options = context.Options.WithDeadline(DateTime.UtcNow + _patience);
            using var call = continuation(request, new(context.Method, context.Host, options));
            return await call.ResponseAsync;
        }

        var cancel = context.Options.CancellationToken;
        var answer = IsSafe((IMessage)request)
            ? _again.ExecuteAsync(Once, cancel).AsTask() : Once(cancel).AsTask();
        return new(answer, Task.FromResult(Metadata.Empty), () => Status.DefaultSuccess,
            () => Metadata.Empty, () => { });
    }

    /// <summary>A request without a place for an id only reads.</summary>
    public static bool IsSafe(IMessage request) =>
        request.Descriptor.FindFieldByName("command_id") is not { } id
        || id.Accessor.GetValue(request) is string { Length: > 0 };

    /// <summary>
    /// Nobody answered: the time was over, or the line broke. The library calls a line that does not answer a
    /// ping INTERNAL, as a gateway calls a fault of its own; then no exception of this side stands behind it.
    /// </summary>
    public static bool IsSilence(RpcException no) =>
        no.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded
        || (no.StatusCode == StatusCode.Internal
            && no.Status.DebugException is (IOException or HttpRequestException));

    private static bool IsNoAnswer(RpcException no) =>
        IsSilence(no)
        || no.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason is "REF-2012" or "REF-2016";
}
