using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Referral.Gateway.Storage;

namespace Referral.Journeys.Postgres;

/// <summary>
/// A private PostgreSQL server from the system's packages, on loopback, in a folder of its own. It refuses to
/// run as root, so under root it runs as the user postgres that the package brings.
/// </summary>
public sealed class PostgresNode : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private readonly string _folder;
    private readonly int _port;

    private PostgresNode(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Why there is none here; null when a server is installed.</summary>
    public static string? WhyNot => File.Exists($"{Binaries}/initdb")
        ? null : "PostgreSQL 15 is not installed: apt-get install postgresql-15";

    public static async Task<PostgresNode> Start()
    {
        var folder = Directory.CreateTempSubdirectory("referral-postgres-").FullName;
        var port = FreePort();
        var node = new PostgresNode(folder, port);
        if (Environment.UserName == "root")
        {
            await Run("chown", "postgres", folder);
        }

        await AsServer(
            $"{Binaries}/initdb", "-D", $"{folder}/data", "-U", "referral", "--auth=trust", "-E", "UTF8");
        await node.Up();
        return node;
    }

    public async Task Up() =>
        await AsServer($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-l", $"{_folder}/log", "-w",
        "-o", string.Create(
            CultureInfo.InvariantCulture, $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1"), "start");

    /// <summary>
    /// Stops at once, as a power cut of the server would: what was committed must be there after.
    /// </summary>
    public Task StopAtOnce() =>
        AsServer($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");

    /// <summary>Makes the two databases of one gateway.</summary>
    public async Task<PostgresDatabases> Make(string name)
    {
        await using var admin = new NpgsqlConnection(At("postgres"));
        await admin.OpenAsync();
        foreach (var database in new[] { name, $"{name}_keys" })
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database}\"", admin);
            await create.ExecuteNonQueryAsync();
        }

        return new PostgresDatabases(At(name), At($"{name}_keys"));
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAtOnce();
        Directory.Delete(_folder, recursive: true);
    }

    public string At(string database) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Username=referral;Database={database};Include Error Detail=false");

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
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {arguments[^1]} ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
