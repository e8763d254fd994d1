using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Referral.Gateway.Storage;
using Referral.Network.Rabbit;

namespace Referral.Network.Postgres;

/// <summary>
/// A private PostgreSQL server from the system's packages, on loopback, in a folder of its own. It refuses to
/// run as root, so under root it runs as the user postgres that the package brings.
/// </summary>
internal sealed class PostgresNode : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private readonly string _folder;
    private readonly int _port;

    private PostgresNode(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Why there is none here; null when a server is installed.</summary>
    public static string? WhyNot => File.Exists($"{Binaries}/initdb")
        ? null : "PostgreSQL 15 is not installed: apt-get install postgresql-15";

    /// <summary>Leaves the folder, for looking into it. Default: it is removed with the server.</summary>
    public bool KeepFolder { get; set; }

    public string Folder => _folder;

    /// <summary>Process id of the server; 0 while it is not running.</summary>
    public int ServerId
    {
        get
        {
            var file = $"{_folder}/data/postmaster.pid";
            return File.Exists(file)
                ? int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) : 0;
        }
    }

    public static async Task<PostgresNode> Start()
    {
        var folder = Directory.CreateTempSubdirectory("referral-postgres-").FullName;
        // Not of the range outgoing connections are numbered from: a stopped server must get its port back.
        var node = new PostgresNode(folder, NodePorts.Free().Amqp);
        if (Environment.UserName == "root") await Run("chown", "postgres", folder).ConfigureAwait(false);
        await AsServer($"{Binaries}/initdb", "-D", $"{folder}/data", "-U", "referral", "--auth=trust",
            "-E", "UTF8").ConfigureAwait(false);
        await node.Up().ConfigureAwait(false);
        return node;
    }

    public Task Up() =>
        AsServer($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-l", $"{_folder}/log", "-w", "-t", "120",
            "-o", string.Create(CultureInfo.InvariantCulture,
                $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1"), "start");

    /// <summary>
    /// Stops at once, as a power cut of the server would: what was committed must be there after.
    /// </summary>
    public Task StopAtOnce() => Stop("immediate");

    /// <summary>Stops in order: open work is dropped, the rest is written out.</summary>
    public Task StopInOrder() => Stop("fast");

    /// <summary>Makes the two databases of one gateway.</summary>
    public async Task<PostgresDatabases> Make(string name)
    {
        await using var admin = new NpgsqlConnection(At("postgres"));
        await admin.OpenAsync().ConfigureAwait(false);
        foreach (var database in new[] { name, $"{name}_keys" })
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database}\"", admin);
            await create.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        return new PostgresDatabases(At(name), At($"{name}_keys"));
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        // Stopped already, by a signal of its own perhaps: then there is nothing to stop.
        if (File.Exists($"{_folder}/data/postmaster.pid")) await StopAtOnce().ConfigureAwait(false);
        if (!KeepFolder) Directory.Delete(_folder, recursive: true);
    }

    public string At(string database) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Username=referral;Database={database};Include Error Detail=false");

    private Task Stop(string mode) =>
        AsServer($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-w", "-m", mode, "stop");

    private static Task AsServer(params string[] command) =>
        Environment.UserName == "root"
            ? Run("runuser", ["-u", "postgres", "--", .. command]) : Run(command[0], command[1..]);

    private static async Task Run(string program, params string[] arguments)
    {
        // The server inherits the pipes of whoever starts it and would keep them open: they go nowhere.
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program },
            WorkingDirectory = "/",
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {arguments[^1]} ended with {process.ExitCode}.");
    }
}
