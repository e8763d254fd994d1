using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Referral.Gateway.Door;

/// <summary>
/// What is refused before a call of ours begins, such as a missing or wrong token: a refusal of ours and not
/// a bare HTTP status.
/// </summary>
internal static class TokenRefused
{
    public const string NotSignedIn = "REF-2001";

    private const string Grpc = "application/grpc";

    private static readonly JsonFormatter Json = new(
        new JsonFormatter.Settings(true, TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    public static Task Write(HttpContext http) =>
        Answer(http, NotSignedIn, StatusCode.Unauthenticated, StatusCodes.Status401Unauthorized);

    /// <summary>The whole answer, to gRPC by the one status or to REST by the other.</summary>
    public static Task Answer(HttpContext http, string code, StatusCode status, int httpStatus)
    {
        var language = AcceptLanguage.First(http.Request.Headers.AcceptLanguage.ToString()) ?? "en";
        var refused = RefusalStatus.Of(Refusal.Of(code), language);
        var response = http.Response;
        if (http.Request.ContentType?.StartsWith(Grpc, StringComparison.Ordinal) != true)
        {
            response.StatusCode = httpStatus;
            response.ContentType = "application/json";
            return response.WriteAsync(Json.Format(refused.GetRpcStatus()!));
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = http.Request.ContentType;
        Write(http, code, status);
        return Task.CompletedTask;
    }

    /// <summary>A refusal in the headers of an answer without a body, where a gRPC client reads it.</summary>
    public static void Write(HttpContext http, string code, StatusCode status)
    {
        var language = AcceptLanguage.First(http.Request.Headers.AcceptLanguage.ToString()) ?? "en";
        var refused = RefusalStatus.Of(Refusal.Of(code), language);
        var headers = http.Response.Headers;
        headers["grpc-status"] = ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        headers["grpc-message"] = Uri.EscapeDataString(refused.Status.Detail);
        foreach (var entry in refused.Trailers.Where(e => e.IsBinary))
        {
            headers[entry.Key] = Convert.ToBase64String(entry.ValueBytes);
        }
    }
}
