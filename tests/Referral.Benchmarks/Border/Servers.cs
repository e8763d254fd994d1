using Npgsql;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Postgres;
using Referral.Network.Rabbit;

namespace Referral.Benchmarks.Border;

/// <summary>
/// One real broker and one real database server for everything that is measured: private nodes of the
/// system's packages, with their commits on disk (fsync on).
/// </summary>
internal sealed class Servers : IAsyncDisposable
{
    private readonly string _folder;
    private readonly RabbitNetwork _broker;
    private readonly PostgresNode _databases;
    private readonly List<string> _made = [];

    private Servers(string folder, RabbitNetwork broker, PostgresNode databases) =>
        (_folder, _broker, _databases) = (folder, broker, databases);

    public LetterboxBook Letterboxes => _broker.Letterboxes;

    /// <param name="tls">TLS with client certificates to the broker, or plain on loopback.</param>
    public static async Task<Servers> Start(bool tls)
    {
        var folder = Directory.CreateTempSubdirectory("referral-bench-").FullName;
        var broker = await RabbitNetwork.Open(null, Path.Combine(folder, "broker"), tls,
            [.. Members.Codes, .. Floor.FloorPair.Codes, .. PlainConsumer.Codes],
            Console.Error.WriteLine, CancellationToken.None);
        return new Servers(folder, broker, await PostgresNode.Start());
    }

    public async Task<PostgresDatabases> Make(string name)
    {
        var made = await _databases.Make(name);
        _made.Add(made.Gateway);
        return made;
    }

    /// <summary>
    /// What the server does by itself within a minute or two of writing: the tables were empty when it last
    /// looked at them, and statements are planned for that until then.
    /// </summary>
    public async Task Tidy()
    {
        foreach (var connection in _made)
        {
            await using var database = new NpgsqlConnection(connection);
            await database.OpenAsync();
            await using var tidy = new NpgsqlCommand("VACUUM ANALYZE", database) { CommandTimeout = 600 };
            await tidy.ExecuteNonQueryAsync();
        }
    }

    /// <summary>A folder of this run, removed with it.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    /// <summary>Processor time used so far.</summary>
    public Processors Used() => new(
        ProcessorTime.Own(),
        ProcessorTime.Of(_broker.BrokerId ?? 0),
        ProcessorTime.WithChildren(_databases.ServerId));

    public async ValueTask DisposeAsync()
    {
        await _databases.DisposeAsync();
        await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Processor time of the three kinds of programs.</summary>
internal readonly record struct Processors(TimeSpan Program, TimeSpan Broker, TimeSpan Database)
{
    public static Processors operator -(Processors later, Processors earlier) => new(
        later.Program - earlier.Program, later.Broker - earlier.Broker, later.Database - earlier.Database);
}
