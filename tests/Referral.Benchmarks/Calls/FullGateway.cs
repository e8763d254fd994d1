using System.Diagnostics;
using Npgsql;
using Referral.Benchmarks.Border;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Processes;

namespace Referral.Benchmarks.Calls;

/// <summary>
/// The host's gateway as a process, on a PostgreSQL that was filled while no gateway ran: it starts as it
/// would after a night's backup, and the time that takes is told.
/// </summary>
internal sealed class FullGateway : IAsyncDisposable
{
    private readonly Servers _servers;
    private readonly GatewayProcess _process;
    private readonly PostgresDatabases _databases;

    private FullGateway(
        Servers servers, GatewayProcess process, PostgresDatabases databases, FullCases filled)
    {
        (_servers, _process, _databases, Filled) = (servers, process, databases, filled);
    }

    public FullCases Filled { get; }

    public Uri Door => _process.Running.Door;

    public int Id => _process.Id!.Value;

    public static async Task<FullGateway> Start(Servers servers, GrpcWishes wishes)
    {
        var folder = servers.Folder("door");
        Founding.Found(folder, Members.All, TimeProvider.System);
        var ports = FreePorts.Take(2);
        var settings = new GatewaySettings
        {
            DataFolder = Members.DataFolder(folder, Pair.Host), GrpcPort = ports[0], PagesPort = ports[1],
            PracticeTokens = true, Rabbit = servers.Letterboxes.For(Pair.Host),
            Postgres = await servers.Make("door"), Door = new() { CallsPerSecond = 100_000 },
        };
        var process = new GatewayProcess(Members.Of(Pair.Host), settings);
        await process.Start(CancellationToken.None);
        await process.DisposeAsync();
        var clock = Stopwatch.StartNew();
        var keys = GatewayKeys.CreateOrRead(settings.DataFolder, Pair.Host, TimeProvider.System);
        var filled = new FullCases(wishes.Referrals, wishes.Tasks);
        await filled.Fill(settings.Postgres!, keys.GatewayKey);
        Console.Error.WriteLine($"{wishes.Referrals} referrals filled in {clock.Elapsed.TotalSeconds:0} s");
        clock.Restart();
        await process.Start(CancellationToken.None);
        Console.WriteLine($"the gateway started over them in {clock.Elapsed.TotalSeconds:0.0} s");
        return new(servers, process, settings.Postgres!, filled);
    }

    public string Token(string account, string role) => PracticeTokens.Issue(
        _process.Running.DataFolder, Pair.Host, account, FullCases.Post, [role], TimeSpan.FromHours(4));

    public string Token(string account, string post, string role) => PracticeTokens.Issue(
        _process.Running.DataFolder, Pair.Host, account, post, [role], TimeSpan.FromHours(4));

    public TimeSpan DatabaseUsed() => _servers.Used().Database;

    /// <summary>Kilobytes of memory the process holds (Linux, VmRSS).</summary>
    public long Kilobytes() => long.Parse(File.ReadLines($"/proc/{Id}/status")
        .Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', '\t')
        .Single(part => part.Length > 0 && part.All(char.IsAsciiDigit)),
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// Transactions both databases have counted. One that reads is one statement; a server tells them late by
    /// up to a second, so this waits for that second.
    /// </summary>
    public async Task<long> Statements()
    {
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        await using var db = new NpgsqlConnection(_databases.Gateway);
        await db.OpenAsync();
        await using var ask = new NpgsqlCommand(
            "SELECT sum(xact_commit)::bigint FROM pg_stat_database WHERE datname LIKE 'door%'", db);
        return (long)(await ask.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync() => await _process.DisposeAsync();
}
