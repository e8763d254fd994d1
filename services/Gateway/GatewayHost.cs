using Microsoft.AspNetCore.Builder;
using Referral.Gateway.Border.Carriers;

namespace Referral.Gateway;

/// <summary>One gateway: built from its country and its settings, started, stopped.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private GatewayHost(WebApplication application, Country country) =>
        (_application, Country) = (application, country);

    public Country Country { get; }

    /// <summary>Port the gRPC door listens on.</summary>
    public int GrpcPort { get; private set; }

    public int PagesPort { get; private set; }

    /// <summary>Where the embedded carrier delivers.</summary>
    public IArrivals Arrivals => throw new InvalidOperationException("not started");

    /// <summary>Starts a gateway; the carrier is the embedded network's, or null for RabbitMQ.</summary>
    public static Task<GatewayHost> Start(Country country, GatewaySettings settings, ICarrier? carrier = null) =>
        throw new InvalidOperationException("not built");

    /// <summary>The program of a country: reads settings, runs until stopped. Returns the exit code.</summary>
    public static Task<int> Run(Country country, string[] arguments) =>
        throw new InvalidOperationException("not built");

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
