using Grpc.Core;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Referral.Gateway.Door;

/// <summary>A missing or wrong token, answered as a refusal of ours and not as a bare HTTP status.</summary>
internal static class TokenRefused
{
    public const string NotSignedIn = "REF-2001";

    public static Task Answer(JwtBearerChallengeContext challenge)
    {
        challenge.HandleResponse();
        return Write(
            challenge.HttpContext.Response, challenge.HttpContext.Request.Headers.AcceptLanguage.ToString());
    }

    public static Task Forbid(ForbiddenContext forbidden) =>
        Write(forbidden.Response, forbidden.Request.Headers.AcceptLanguage.ToString());

    private static Task Write(Microsoft.AspNetCore.Http.HttpResponse response, string acceptLanguage)
    {
        var refused = RefusalStatus.Of(Refusal.Of(NotSignedIn), AcceptLanguage.First(acceptLanguage) ?? "en");
        response.StatusCode = 200;
        response.ContentType = "application/grpc";

        // A gRPC client reads status and details from the headers of an answer without a body.
        response.Headers["grpc-status"] = ((int)refused.StatusCode)
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(refused.Status.Detail);
        foreach (var entry in refused.Trailers.Where(e => e.IsBinary))
        {
            response.Headers[entry.Key] = Convert.ToBase64String(entry.ValueBytes);
        }

        return Task.CompletedTask;
    }
}
