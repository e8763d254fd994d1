using Referral.Gateway.Storage;
using Referral.Network.Embedded;
using Referral.Network.Postgres;
using Referral.Network.Processes;

namespace Referral.Network.Soak;

/// <summary>The network under soak and its servers. The database server outlives the gateways.</summary>
internal sealed class SoakNetwork : IAsyncDisposable
{
    private readonly IAsyncDisposable _gateways;
    private bool _ended;

    private SoakNetwork(RunningNetwork running, IAsyncDisposable gateways, PostgresNode? database) =>
        (Running, _gateways, Database) = (running, gateways, database);

    public RunningNetwork Running { get; }

    /// <summary>Where gateways can be killed and the broker stopped; null for the embedded network.</summary>
    public ProcessNetwork? Processes => _gateways as ProcessNetwork;

    public PostgresNode? Database { get; }

    public static async Task<SoakNetwork> Start(SoakSettings settings, CancellationToken cancellation)
    {
        if (settings.OnPostgres && PostgresNode.WhyNot is { } why) throw new NetworkFault(why);
        var database = settings.OnPostgres ? await PostgresNode.Start().ConfigureAwait(false) : null;
        try
        {
            var network = new NetworkSettings
            {
                ResendSeconds = 1,
                Tell = settings.Tell,
                Twice = settings.Twice,
                Postgres = await Databases(database).ConfigureAwait(false),
            };
            if (!settings.OnRabbitMq)
            {
                var embedded = await EmbeddedNetwork.Start(settings.Folder, network).ConfigureAwait(false);
                return new(embedded.Running, embedded, database);
            }
            var processes = await ProcessNetwork.Start(settings.Folder, network, cancellation)
                .ConfigureAwait(false);
            return new(processes.Running, processes, database);
        }
        catch
        {
            if (database is not null) await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends gateways and broker; the databases can be read until this is disposed.</summary>
    public async Task EndGateways()
    {
        if (_ended) return;
        _ended = true;
        await _gateways.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await EndGateways().ConfigureAwait(false);
        if (Database is not null) await Database.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<Func<string, PostgresDatabases?>> Databases(PostgresNode? server)
    {
        if (server is null) return _ => null;
        var databases = new Dictionary<string, PostgresDatabases>();
        foreach (var code in Members.Codes)
            databases[code] = await server.Make($"referral_{code.ToLowerInvariant()}").ConfigureAwait(false);
        return code => databases[code];
    }
}
