using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Referral.LanguageHost;

/// <summary>The program: one gRPC port on loopback, with health and reflection.</summary>
public static class LanguageProgram
{
    private const int UsualPort = 5300;
    private const int MessageBytesMax = 1024 * 1024;

    /// <summary>Ready to be started. `--port N`: 0 takes a free one, default 5300.</summary>
    public static WebApplication Build(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        // A request's path names no person, and nothing else of it is ever written.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var port = builder.Configuration.GetValue("port", UsualPort);
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
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
