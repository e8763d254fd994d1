using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>Where what is served: gRPC on the one port, health on the other.</summary>
internal static class Paths
{
    public static void Map(WebApplication application)
    {
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapGrpcService<CasesDoor>();
        application.MapGrpcService<AgreementsDoor>();
        application.MapGet("/health/live", () => Results.Text("live"));
        application.MapGet("/health/ready", async (IServiceProvider services) =>
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<GatewayDb>().Database.CanConnectAsync()
                ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        });
    }
}
