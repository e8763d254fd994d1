using System.Security.Claims;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Referral.Gateway.Door;

/// <summary>Who asks: an account that holds a post and roles there, and the language it reads.</summary>
internal sealed record Caller(string Account, string Post, IReadOnlyList<string> Roles, string Language)
{
    /// <summary>Emergency access to this case: see Access/OpenCase.</summary>
    public bool Glass { get; init; }

    /// <summary>Roles by which she sees fields: behind broken glass those of a case manager too.</summary>
    public IReadOnlyList<string> Sees => Glass ? [.. Roles, "CM"] : Roles;

    public bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);

    /// <summary>
    /// From a token that was accepted; the language from accept-language, else the country's.
    /// </summary>
    public static Caller Of(ClaimsPrincipal principal, string? acceptLanguage, Country country) => new(
        principal.FindFirstValue("sub") ?? "",
        principal.FindFirstValue("post") ?? "",
        [.. principal.FindAll("role").Select(c => c.Value)],
        AcceptLanguage.First(acceptLanguage) ?? country.Language);
}

/// <summary>The first language of an accept-language header that the vocabulary has.</summary>
internal static class AcceptLanguage
{
    public static string? First(string? header) => DeskLanguages.FirstOf((header ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(';', '-')[0].ToLowerInvariant()));
}

internal static class CallerAt
{
    /// <summary>The caller of this call. Authorization has run before: there is one.</summary>
    public static Caller Of(ServerCallContext call, Country country)
    {
        var http = call.GetHttpContext();
        return Caller.Of(http.User, http.Request.Headers.AcceptLanguage.ToString(), country);
    }
}
