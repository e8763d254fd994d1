using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.Door.Batching;
using Referral.Gateway.Access;
using Referral.Gateway.Door.Rest;
using Referral.Gateway.Door.Wire;
using Referral.Gateway.Feeds;
using Referral.Gateway.Telemetry;
using Referral.Gateway.Texts;

namespace Referral.Gateway.Door;

/// <summary>
/// Where what is served: gRPC on the one port; REST, gRPC-Web, health and metrics on the other.
/// </summary>
internal static class Paths
{
    public static void Map(WebApplication application)
    {
        TelemetryParts.Map(application);
        application.Use((http, next) => SlowCalls.Limit(http, next));
        application.Use((http, next) => UnreadableCalls.Tell(http, next));
        application.UseAuthentication();
        application.UseAuthorization();
        application.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        application.Use((http, next) => QuestionsInFlight.Limit(http, next));
        application.MapGrpcService<CasesDoor>();
        application.MapGrpcService<BatchesDoor>();
        application.MapGrpcService<AgreementsDoor>();
        application.MapGrpcService<BorderDoor>();
        application.MapGrpcService<SearchDoor>();
        application.MapGrpcService<TextsDoor>();
        application.MapGrpcService<AccessDoor>();
        application.MapGrpcService<FeedsDoor>();
        application.MapGrpcService<EvidenceDoor>();
        var rules = application.Services.GetRequiredService<CallRules>();
        rules.Learn(((IEndpointRouteBuilder)application).DataSources);
        application.MapGrpcReflectionService();
        application.MapGrpcHealthChecksService();
        application.MapGet("/openapi.json", () => Results.Text(OpenApiPage.Of(rules), "application/json"));
        application.MapGet("/health/live", () => Results.Text("live"));
        application.MapGet("/health/ready", (Readiness readiness) => readiness.Ask());
    }
}
