using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Referral.Journeys.Secrecy;

/// <summary>A collector of OpenTelemetry on loopback: keeps what gateways of this process export.</summary>
internal sealed class TraceCollector : IAsyncDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT", Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _taken = new();

    private TraceCollector(WebApplication application) => _application = application;

    public IReadOnlyCollection<(string Path, byte[] Body)> Taken => _taken;

    public static async Task<TraceCollector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var collector = new TraceCollector(application);
        application.MapPost("/{**path}", collector.Take);
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.Single();
        Environment.SetEnvironmentVariable(Endpoint, address);
        Environment.SetEnvironmentVariable(Protocol, "http/protobuf");
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Endpoint, null);
        Environment.SetEnvironmentVariable(Protocol, null);
        await _application.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _taken.Enqueue((context.Request.Path, body.ToArray()));
    }
}
