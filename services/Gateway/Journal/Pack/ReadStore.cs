using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Journal.Pack;

/// <summary>
/// A gateway's two SQLite databases opened for reading alone, whether the gateway runs or not.
/// One transaction keeps everything read from one moment.
/// </summary>
internal sealed class ReadStore : IDisposable
{
    private readonly string _keysPath;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _moment;

    private ReadStore(string folder, byte[] gatewayKey)
    {
        _keysPath = Path.Combine(folder, SqliteStore.KeyFileName);
        _connection = new SqliteConnection(Address(Path.Combine(folder, SqliteStore.FileName)));
        _connection.Open();
        _moment = _connection.BeginTransaction(deferred: true);
        Db = new SqliteGatewayDb(new DbContextOptionsBuilder<SqliteGatewayDb>()
            .UseSqlite(_connection).UseSnakeCaseNamingConvention().Options);
        Db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Db.Database.UseTransaction(_moment);
        Vault = new(Keys, gatewayKey, TimeProvider.System);
    }

    public GatewayDb Db { get; }

    public Vault Vault { get; }

    /// <summary>Whether a gateway's folder is there; reading must never make one.</summary>
    public static bool IsIn(string folder) =>
        File.Exists(Path.Combine(folder, SqliteStore.FileName))
        && File.Exists(Path.Combine(folder, SqliteStore.KeyFileName))
        && Directory.Exists(Path.Combine(folder, "keys"));

    public static ReadStore Open(string folder, byte[] gatewayKey) => new(folder, gatewayKey);


    public void Dispose()
    {
        Db.Dispose();
        _moment.Dispose();
        _connection.Dispose();
    }

    private SqliteKeyDb Keys() => new(new DbContextOptionsBuilder<SqliteKeyDb>()
        .UseSqlite(Address(_keysPath)).UseSnakeCaseNamingConvention().Options);

    private static string Address(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
    }.ToString();
}
