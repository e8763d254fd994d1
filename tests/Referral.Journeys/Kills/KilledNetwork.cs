using Npgsql;
using Referral.Gateway;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Postgres;
using Referral.Network.Processes;
using Referral.Network.Rabbit;

namespace Referral.Journeys.Kills;

/// <summary>
/// Thailand and Laos as shipped, each a process on PostgreSQL and RabbitMQ, with a gate between it and its
/// servers. The servers are private; the test reads the databases past the gates.
/// </summary>
internal sealed class KilledNetwork : IAsyncDisposable
{
    public const string Sender = "TH";
    public const string Receiver = "LA";

    private static readonly string[] Two = [Sender, Receiver];

    private readonly List<IAsyncDisposable> _opened = [];
    private readonly Dictionary<string, GatewayProcess> _gateways = [];
    private readonly Dictionary<string, string> _databases = [];

    public RunningNetwork Running { get; private set; } = null!;

    public Dictionary<string, WireGate> Gates { get; } = [];

    public static async Task<KilledNetwork> Start(string folder)
    {
        var network = new KilledNetwork();
        try
        {
            Founding.Found(folder, Members.All, TimeProvider.System);
            var broker = await RabbitNode.Start(Path.Combine(folder, "rabbitmq"), Console.Error.WriteLine,
                CancellationToken.None);
            network._opened.Add(broker);
            var book = await DeclaredTopology.Declare(
                broker.Management, broker.Port, Members.Codes, CancellationToken.None);
            var server = await PostgresNode.Start();
            network._opened.Add(server);
            foreach (var country in Members.All.Where(one => Two.Contains(one.Code)))
                await network.Add(folder, country, broker, book, server);
            network.Running = new(folder, [.. network._gateways.Values.Select(one => one.Running)]);
            await Task.WhenAll(network._gateways.Values.Select(one => one.Start(CancellationToken.None)));
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    public int? IdOf(string country) => _gateways[country].Id;

    public Task StartAgain(string country) => _gateways[country].Start(CancellationToken.None);

    /// <summary>One number out of a database, past the gate.</summary>
    public async Task<long> Number(string country, string text)
    {
        await using var connection = new NpgsqlConnection(_databases[country]);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return Convert.ToInt64(
            await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task EndGateways() =>
        await Task.WhenAll(_gateways.Values.Select(one => one.DisposeAsync().AsTask()));

    public async ValueTask DisposeAsync()
    {
        await EndGateways();
        for (var last = _opened.Count - 1; last >= 0; last--) await _opened[last].DisposeAsync();
        foreach (var gate in Gates.Values) gate.Dispose();
    }

    private async Task Add(
        string folder, Country country, RabbitNode broker, LetterboxBook book, PostgresNode server)
    {
        var code = country.Code;
        var gate = Gates[code] = new(() => _gateways[code].Kill());
        var databases = await server.Make($"referral_{code.ToLowerInvariant()}");
        _databases[code] = databases.Gateway;
        var (toServer, toBroker) = (Relay(PortOf(databases.Gateway), gate, () => new PostgresWire()),
            Relay(broker.Port, gate, () => new AmqpWire()));
        var ports = FreePorts.Take(2);
        _gateways[code] = new(country, new GatewaySettings
        {
            DataFolder = Members.DataFolder(folder, code),
            GrpcPort = ports[0], PagesPort = ports[1], PracticeTokens = true,
            // Longer than the test: a checkpoint is a commit too, and none of a letter's.
            CheckpointSeconds = 3600,
            ResendSeconds = 5,
            Postgres = new(Through(databases.Gateway, toServer), Through(databases.Keys, toServer)),
            Rabbit = Through(book.For(code), toBroker),
        });
    }

    private int Relay(int target, WireGate gate, Func<IWire> wire)
    {
        var relay = new WireRelay(target, gate, wire);
        _opened.Add(relay);
        return relay.Port;
    }

    private static int PortOf(string database) => new NpgsqlConnectionStringBuilder(database).Port;

    // The relay reads what passes: nothing may be encrypted.
    private static string Through(string database, int port) => new NpgsqlConnectionStringBuilder(database)
    {
        Port = port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
    }.ToString();

    private static Referral.Gateway.Border.Carriers.RabbitMqAddresses Through(
        Referral.Gateway.Border.Carriers.RabbitMqAddresses real, int port) => real with
        {
            Own = real.Own with { Uri = Through(new Uri(real.Own.Uri), port) },
            Neighbours =
                [.. real.Neighbours.Select(one => one with { Uri = Through(new Uri(one.Uri), port) })],
        };

    private static string Through(Uri address, int port) =>
        new UriBuilder(address) { Port = port }.Uri.ToString();
}
