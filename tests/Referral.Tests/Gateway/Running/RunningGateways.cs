using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Embedded;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Running;

/// <summary>A network of the four gateways for one test class, on a temporary folder.</summary>
public class RunningGateways : IAsyncLifetime
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-running-").FullName;
    private readonly Dictionary<string, HeldCarrier> _carriers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Desk> _desks = new(StringComparer.Ordinal);
    private EmbeddedNetwork? _network;

    /// <summary>What the four are started with.</summary>
    protected virtual NetworkSettings Settings => new() { ResendSeconds = 1 };

    internal RunningNetwork Network => _network!.Running;

    public async ValueTask InitializeAsync() => await Start();

    /// <summary>Stops all four and starts them again on the same folder.</summary>
    internal async Task Restart(Action? between = null)
    {
        await Stop();
        between?.Invoke();
        await Start();
    }

    internal HeldCarrier CarrierOf(string country) => _carriers[country];

    internal Desk Desk(string country) => _desks[country];

    internal GatewayHost Host(string country) => _network!.HostOf(country);

    internal string DataFolder(string country) => Network.Of(country).DataFolder;

    internal GatewayIdentity Identity(string country) =>
        Host(country).Services.GetRequiredService<GatewayIdentity>();

    internal Steps Steps(string country) => Host(country).Services.GetRequiredService<Steps>();

    /// <summary>Looks into a country's database.</summary>
    internal async Task<T> Rows<T>(string country, Func<GatewayDb, Task<T>> look)
    {
        await using var scope = Host(country).Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GatewayDb>());
    }

    /// <summary>Asks again until it holds; says what was waited for where it never does.</summary>
    internal static async Task Until(Func<Task<bool>> holds, string what)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        while (!await holds())
        {
            DateTimeOffset.UtcNow.ShouldBeLessThan(end, $"Waited in vain: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(25));
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Start()
    {
        _network = await EmbeddedNetwork.Start(
            _folder, Settings, (country, inner) =>
            {
                var held = new HeldCarrier(country, inner);
                lock (_carriers)
                    _carriers[country] = held;
                return held;
            });
        foreach (var gateway in Network.Gateways)
            _desks[gateway.Country.Code] = new Desk(gateway);
    }

    private async Task Stop()
    {
        foreach (var desk in _desks.Values)
            desk.Dispose();
        foreach (var carrier in _carriers.Values)
            carrier.Release();
        if (_network is not null)
            await _network.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
