using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Referral.Gateway.Door;

internal static class CallerAt
{
    /// <summary>The caller of this call. Authorization has run before: there is one.</summary>
    public static Caller Of(ServerCallContext call, Country country)
    {
        var http = call.GetHttpContext();
        return Caller.Of(http.User, http.Request.Headers.AcceptLanguage.ToString(), country);
    }
}
