using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Door;
using Referral.Gateway.Door.Wire;
using Referral.Gateway.Storage;

namespace Referral.Gateway;

/// <summary>
/// One gateway: built from its country and its settings, started, stopped. All four countries run this.
/// </summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly GatewayKeySet _keys;
    private readonly FolderUse _use;

    private GatewayHost(
        WebApplication application, (GatewayKeySet Keys, FolderUse Use) held, Country country,
        IReadOnlyList<int> ports)
    {
        (_application, _keys, _use, Country) = (application, held.Keys, held.Use, country);
        (GrpcPort, PagesPort) = (ports[0], ports[1]);
    }

    public Country Country { get; }

    /// <summary>Port the gRPC door listens on.</summary>
    public int GrpcPort { get; }

    /// <summary>Port of health and, later, pages.</summary>
    public int PagesPort { get; }

    /// <summary>Where the embedded carrier delivers.</summary>
    public IArrivals Arrivals => _application.Services.GetRequiredService<IArrivals>();

    internal IServiceProvider Services => _application.Services;

    /// <summary>
    /// Starts a gateway: databases brought up to date, keys read, the door open. The carrier is the embedded
    /// network's; null where the settings name RabbitMQ addresses.
    /// </summary>
    public static async Task<GatewayHost> Start(
        Country country, GatewaySettings settings, ICarrier? carrier = null,
        Action<ILoggingBuilder>? logging = null)
    {
        GatewaySettings.Check(settings);
        OwnerOnly.Folder(settings.DataFolder);
        var use = FolderUse.Running(settings.DataFolder);
        var trust = new HeldTrust(settings.DataFolder).Start(TimeProvider.System.GetUtcNow());
        var keys = GatewayKeys.CreateOrRead(settings.DataFolder, country.Code, TimeProvider.System, trust);
        var identity = new GatewayIdentity(country, keys, new TrustHolder(trust), settings);

        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = settings.DataFolder });
        builder.Logging.ClearProviders();
        (logging ?? (log => log.AddJsonConsole()))(builder.Logging);
        builder.Logging.AddFilter(LogsAreClean);
        DoorPorts.Listen(builder, settings);
        GatewayParts.Add(builder.Services, identity, carrier);
        var application = builder.Build();
        Paths.Map(application);
        await Upgrade.Bring(application.Services);
        PathOfALetter.Print(application.Services.GetRequiredService<ILogger<GatewayHost>>(), country.Code);
        await application.StartAsync();
        return new GatewayHost(application, (keys, use), country, PortsOf(application));
    }

    /// <summary>
    /// The program of a country: reads settings, runs until stopped. Returns the exit code.
    /// </summary>
    public static Task<int> Run(Country country, string[] arguments) =>
        GatewayProgram.Run(country, arguments);

    /// <summary>Stops gracefully: what is in hand is finished, what is due stays due.</summary>
    public Task Stop() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _keys.Dispose();
        _use.Dispose();
    }

    // The mediator logs whole exceptions under its own name, and their texts may hold what a letter holds:
    // its faults are logged by our own texts, by type and place alone.
    private static bool LogsAreClean(string? category, LogLevel level) => category switch
    {
        "MassTransit" => level >= LogLevel.Critical,
        { } name when name.StartsWith("Referral.", StringComparison.Ordinal) => level >= LogLevel.Information,
        _ => level >= LogLevel.Warning,
    };

    private static IReadOnlyList<int> PortsOf(WebApplication application) =>
        [.. application.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(a => new Uri(a).Port)];
}
