using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Referral.Gateway.Door.Wire;

/// <summary>
/// A message that is none, or is larger than any may be, is met by the library before a call of ours begins;
/// its answer gets our number here. Refuses: REF-2015.
/// </summary>
internal static class UnreadableCalls
{
    public const string Unreadable = "REF-2015";

    private const string Status = "grpc-status";
    private const string Details = "grpc-status-details-bin";

    public static async Task Tell(HttpContext http, RequestDelegate next)
    {
        await next(http);
        var headers = http.Response.Headers;
        if (http.Response.HasStarted || headers.ContainsKey(Details)
            || http.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            return;
        }

        // A fault inside a call has its own words and number, and so has everything that we refuse.
        var told = headers["grpc-message"].ToString();
        StatusCode? status = headers[Status].ToString() switch
        {
            "8" => StatusCode.ResourceExhausted,
            "2" or "13" when !told.StartsWith(FaultInterceptor.Fault, StringComparison.Ordinal) =>
                StatusCode.InvalidArgument,
            _ => null,
        };
        if (status is { } code)
        {
            headers.Remove(Status);
            TokenRefused.Write(http, Unreadable, code);
        }
    }
}
