using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Referral.LanguageHost;

/// <summary>The program: one gRPC port, with health and reflection.</summary>
public static class LanguageProgram
{
    private const int MessageBytesMax = 1024 * 1024;

    /// <summary>
    /// Ready to be started. `--port N`: 0 takes a free one, default 5300. `--address IP`, default loopback;
    /// any other needs `--certificate`, `--key` and `--clients`, PEM files.
    /// </summary>
    /// <exception cref="InvalidDataException">The settings do not go together.</exception>
    public static WebApplication Build(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        // A request's path names no person, and nothing else of it is ever written.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var listening = new Listening(builder.Configuration);
        if (listening.IsSecure) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            listening.On(kestrel);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = MessageBytesMax);
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks()
            .AddCheck("tables", () => LanguageCalls.TablesAreRead()
                ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        var application = builder.Build();
        application.MapGrpcService<LanguageCalls>();
        application.MapGrpcHealthChecksService();
        application.MapGrpcReflectionService();
        return application;
    }
}
