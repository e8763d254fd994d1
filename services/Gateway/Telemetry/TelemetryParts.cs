using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Referral.Gateway.Telemetry;

/// <summary>
/// OpenTelemetry: metrics for Prometheus always, OTLP only where OTEL_EXPORTER_OTLP_ENDPOINT names a
/// collector. No instrumentation is added of what sees rows or messages.
/// </summary>
internal static class TelemetryParts
{
    /// <summary>Variable that switches OTLP on; its form is OpenTelemetry's own.</summary>
    public const string OtlpVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string MetricsPath = "/metrics";

    public static void Add(IServiceCollection parts, GatewayIdentity identity)
    {
        parts.AddSingleton<Meters>().AddScoped<Readiness>();
        var otlp = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OtlpVariable));
        var telemetry = parts.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "referral-gateway", autoGenerateServiceInstanceId: false, serviceInstanceId: identity.Code))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters.NameOf(identity.Code))
                    .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter();
                if (otlp)
                {
                    metrics.AddOtlpExporter();
                }
            });
        if (otlp)
        {
            telemetry.WithTracing(traces => traces.AddSource(Gateway.Trace.Source)
                .AddAspNetCoreInstrumentation().AddOtlpExporter());
        }
    }

    // Both ports lead here; the gRPC one speaks HTTP/2 and has no pages.
    public static void Map(WebApplication application) =>
        application.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
            context.Request.Path == MetricsPath && HttpProtocol.IsHttp11(context.Request.Protocol));
}
