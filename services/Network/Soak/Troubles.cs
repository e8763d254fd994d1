using Referral.Network.Rabbit;

namespace Referral.Network.Soak;

/// <summary>Everything that goes wrong in a soak, as it was asked for.</summary>
internal sealed class Troubles : IDisposable
{
    private readonly SemaphoreSlim _broker = new(1, 1);
    private readonly SemaphoreSlim _database = new(1, 1);
    private readonly IReadOnlyList<Trouble> _servers;

    public Troubles(SoakNetwork network, SoakSettings settings)
    {
        Kills = network.Processes is { } processes ? new GatewayKills(processes, settings) : null;
        _servers = [.. OfBroker(network, settings), .. OfDatabase(network, settings)];
    }

    /// <summary>Null where all gateways run in this process.</summary>
    public GatewayKills? Kills { get; }

    public bool Enough => Kills?.Enough != false && _servers.All(one => one.Enough);

    /// <param name="enough">No more; what was begun is mended.</param>
    /// <param name="stopping">The whole soak is given up; nothing is mended.</param>
    public Task Run(CancellationToken enough, CancellationToken stopping) => Task.WhenAll(
        [Kills?.Run(enough, stopping) ?? Task.CompletedTask,
            .. _servers.Select(one => one.Run(enough, stopping))]);

    /// <summary>What went wrong so far, counted.</summary>
    public string Told() => string.Join(", ",
        [Kills is { Total: > 0 and var total } kills
            ? $"gateways killed {total} ({kills.Told})" : "gateways killed 0",
            .. _servers.Where(one => one.Count > 0).Select(one => $"{one.Name} {one.Count}")]);

    public void Dispose()
    {
        _broker.Dispose();
        _database.Dispose();
    }

    private IEnumerable<Trouble> OfBroker(SoakNetwork network, SoakSettings settings)
    {
        if (network.Processes is not { } processes) yield break;
        yield return new("broker stopped", settings.StopBrokerEvery, new Random(settings.Seed + 1), _broker,
            [Until(processes.KillBroker), Until(processes.StopBroker)], settings.Tell);
        yield return new("broker wiped", settings.WipeBrokerEvery, new Random(settings.Seed + 2), _broker,
            [Until(processes.WipeBroker)], settings.Tell);
    }

    // On a busy machine a broker may take longer to start than is waited for: then it is done again.
    private static Func<CancellationToken, Task> Until(Func<CancellationToken, Task> way) =>
        async stopping =>
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await way(stopping).ConfigureAwait(false);
                    return;
                }
                catch (RabbitFault) when (tries < 5)
                {
                    // Its own words stand in the broker's start.log.
                }
            }
        };

    private IEnumerable<Trouble> OfDatabase(SoakNetwork network, SoakSettings settings)
    {
        if (network.Database is not { } server) yield break;
        yield return new("database restarted", settings.RestartDatabaseEvery, new Random(settings.Seed + 3),
            _database, [_ => Restart(server.StopAtOnce), _ => Restart(server.StopInOrder)], settings.Tell);

        async Task Restart(Func<Task> stop)
        {
            await stop().ConfigureAwait(false);
            await server.Up().ConfigureAwait(false);
        }
    }
}
