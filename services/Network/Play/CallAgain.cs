using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Referral.Network.Play;

/// <summary>
/// Makes a call again that got no answer: the gateway was killed, its database was away, the time ran out.
/// The request is the same object, command id and all, so whatever the first call did is done once. A
/// refusal is an answer and is not asked for again.
/// </summary>
internal sealed class CallAgain(TimeSpan answerLimit, TimeSpan persistence) : Interceptor
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        if (persistence <= TimeSpan.Zero) return continuation(request, context);
        var answer = Ask(request, context, continuation);
        return new(answer, Task.FromResult(Metadata.Empty), () => Status.DefaultSuccess,
            () => Metadata.Empty, () => { });
    }

    private async Task<TResponse> Ask<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class
    {
        var watch = Stopwatch.StartNew();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var options = context.Options.WithDeadline(DateTime.UtcNow + answerLimit);
            try
            {
                using var call = continuation(request, new(context.Method, context.Host, options));
                return await call.ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException no) when (IsNoAnswer(no) && watch.Elapsed < persistence)
            {
                await Task.Delay(pause, context.Options.CancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsNoAnswer(RpcException no) => no.StatusCode is StatusCode.Unavailable
        or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.Cancelled or StatusCode.Unknown;
}
