using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Journal.Pack;

/// <summary>
/// A gateway's two databases opened for reading alone, whether the gateway runs or not: PostgreSQL where the
/// folder's settings name it, else the SQLite files in it. One transaction keeps everything read from one
/// moment.
/// </summary>
internal sealed class ReadStore : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _moment;

    private ReadStore(DbConnection connection, DbTransaction moment, GatewayDb db, Vault vault)
    {
        (_connection, _moment, Db, Vault) = (connection, moment, db, vault);
        Db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Db.Database.UseTransaction(_moment);
    }

    public GatewayDb Db { get; }

    public Vault Vault { get; }

    /// <summary>Whether a gateway's folder is there; reading must never make one.</summary>
    public static bool IsIn(string folder) =>
        Directory.Exists(Path.Combine(folder, "keys"))
        && (StoredSettings.DatabasesOf(folder) is not null
            || (File.Exists(Path.Combine(folder, SqliteStore.FileName))
                && File.Exists(Path.Combine(folder, SqliteStore.KeyFileName))));

    public static ReadStore Open(string folder, byte[] gatewayKey) =>
        StoredSettings.DatabasesOf(folder) is { } databases
            ? Postgres(databases, gatewayKey) : Sqlite(folder, gatewayKey);

    public void Dispose()
    {
        Db.Dispose();
        _moment.Dispose();
        _connection.Dispose();
    }

    private static ReadStore Sqlite(string folder, byte[] gatewayKey)
    {
        var keysAt = Address(Path.Combine(folder, SqliteStore.KeyFileName));
        var connection = new SqliteConnection(Address(Path.Combine(folder, SqliteStore.FileName)));
        connection.Open();
        // A deferred transaction takes no lock that a writer would wait for.
        var moment = connection.BeginTransaction(deferred: true);
        var db = new SqliteGatewayDb(new DbContextOptionsBuilder<SqliteGatewayDb>()
            .UseSqlite(connection).UseSnakeCaseNamingConvention().Options);
        return new(connection, moment, db, new(Keys, gatewayKey, TimeProvider.System));

        KeyDb Keys() => new SqliteKeyDb(new DbContextOptionsBuilder<SqliteKeyDb>()
            .UseSqlite(keysAt).UseSnakeCaseNamingConvention().Options);
    }

    private static ReadStore Postgres(PostgresDatabases databases, byte[] gatewayKey)
    {
        var connection = new NpgsqlConnection(ReadOnly(databases.Gateway));
        connection.Open();
        var moment = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        var db = new PostgresGatewayDb(new DbContextOptionsBuilder<PostgresGatewayDb>()
            .UseNpgsql(connection).UseSnakeCaseNamingConvention().Options);
        return new(connection, moment, db, new(Keys, gatewayKey, TimeProvider.System));

        KeyDb Keys() => new PostgresKeyDb(new DbContextOptionsBuilder<PostgresKeyDb>()
            .UseNpgsql(ReadOnly(databases.Keys)).UseSnakeCaseNamingConvention().Options);
    }

    private static string Address(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
    }.ToString();

    private static string ReadOnly(string address) => new NpgsqlConnectionStringBuilder(address)
    {
        Options = "-c default_transaction_read_only=on", Pooling = false,
    }.ToString();
}
