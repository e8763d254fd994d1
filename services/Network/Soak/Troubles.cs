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
        [$"gateways killed {Kills?.Total ?? 0}",
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
            [processes.KillBroker, processes.StopBroker], settings.Tell);
        yield return new("broker wiped", settings.WipeBrokerEvery, new Random(settings.Seed + 2), _broker,
            [processes.WipeBroker], settings.Tell);
    }

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
