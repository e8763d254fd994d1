using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Referral.Gateway.Telemetry;

namespace Referral.Gateway.Door;

/// <summary>Where what is served: gRPC on the one port, health and metrics on the other.</summary>
internal static class Paths
{
    public static void Map(WebApplication application)
    {
        TelemetryParts.Map(application);
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapGrpcService<CasesDoor>();
        application.MapGrpcService<AgreementsDoor>();
        application.MapGrpcService<BorderDoor>();
        application.MapGrpcService<SearchDoor>();
        application.MapGet("/health/live", () => Results.Text("live"));
        application.MapGet("/health/ready", (Readiness readiness) => readiness.Ask());
    }
}
