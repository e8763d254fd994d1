using MassTransit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Telemetry;

/// <summary>
/// Whether this gateway can do its work: 200 when both databases answer and its keys are current, else 503.
/// The carrier is told too and decides nothing: while it is away the desk works and letters wait.
/// </summary>
internal sealed class Readiness(
    GatewayDb db, Func<KeyDb> keyStore, GatewayIdentity identity, TimeProvider clock,
    IServiceProvider services)
{
    public async Task<IResult> Ask()
    {
        var (database, keys) = (await Databases(), Keys());
        var ready = database && keys;
        var text = $"""
            {(ready ? "ready" : "not ready")}
            database: {(database ? "up" : "down")}
            keys: {(keys ? "current" : "none current")}
            carrier: {Carrier()}

            """;
        return Results.Text(text, statusCode: ready
            ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The same for whoever asks over gRPC.</summary>
    public async Task<bool> IsReady() => await Databases() && Keys();

    private async Task<bool> Databases()
    {
        await using var wrapped = keyStore();
        return await db.Database.CanConnectAsync() && await wrapped.Database.CanConnectAsync();
    }

    private bool Keys()
    {
        var now = clock.GetUtcNow();
        return identity.Trust.SealKey(identity.Code, now) is not null
            && identity.Trust.SignKey(identity.Keys.Signing.Kid) is { } sign && sign.Key.IsCurrent(now);
    }

    // Without RabbitMQ the carrier is in this process.
    private string Carrier() => services.GetService<IBusControl>() is not { } bus ? "up"
        : bus.CheckHealth().Status switch
        {
            BusHealthStatus.Healthy => "up",
            BusHealthStatus.Degraded => "degraded",
            _ => "down; letters wait",
        };
}
