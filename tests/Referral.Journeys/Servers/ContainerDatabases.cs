using System.Globalization;
using System.Security.Cryptography;
using DotNet.Testcontainers.Images;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Referral.Gateway.Storage;
using Referral.Network.Rabbit;
using Testcontainers.PostgreSql;

namespace Referral.Journeys.Servers;

/// <summary>The databases in a container, on a port that stays the same after a stop and a start.</summary>
internal sealed class ContainerDatabases : IDatabaseServer
{
    public const string Upstream = "postgres:15";
    private const int PortInside = 5432;
    private const string User = "referral";

    private readonly PostgreSqlContainer _container;
    private readonly string _password;
    private readonly int _port;

    private ContainerDatabases(PostgreSqlContainer container, string password, int port) =>
        (_container, _password, _port) = (container, password, port);

    public static string Image => TestServers.Image("REFERRAL_POSTGRES_IMAGE", Upstream);

    public static async Task<IDatabaseServer> Run()
    {
        var password = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var port = NodePorts.Free().Amqp;
        var container = new PostgreSqlBuilder(Image)
            .WithImagePullPolicy(PullPolicy.Missing)
            .WithUsername(User)
            .WithPassword(password)
            .WithDatabase(User)
            .WithPortBinding(port, PortInside)
            .WithCreateParameterModifier(container =>
            {
                // The builder's own switches (fsync=off and others) would lose what was committed.
                container.Cmd = ["postgres"];
                container.StopSignal = "SIGKILL";
            })
            .WithLogger(NullLogger.Instance)
            .Build();
        var server = new ContainerDatabases(container, password, port);
        try
        {
            await server.Up();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<PostgresDatabases> Make(string name)
    {
        await using var admin = new NpgsqlConnection(At(User));
        await admin.OpenAsync();
        foreach (var database in new[] { name, $"{name}_keys" })
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database}\"", admin);
            await create.ExecuteNonQueryAsync();
        }

        return new PostgresDatabases(At(name), At($"{name}_keys"));
    }

    /// <summary>Its stop signal is SIGKILL: a stop is a power cut.</summary>
    public Task StopAtOnce() => _container.StopAsync();

    public Task Up() => _container.StartAsync();

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _container.DisposeAsync();
    }

    private string At(string database) => string.Create(CultureInfo.InvariantCulture,
        $"Host={_container.Hostname};Port={_port};Username={User};Password={_password};Database={database}");
}
