using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Referral.Gateway.Storage;

/// <summary>
/// SQLite as a gateway's store: write-ahead log, a commit on disk before it is told (synchronous FULL).
/// </summary>
internal static class SqliteStore
{
    /// <summary>Database of a gateway, in its data folder.</summary>
    public const string FileName = "gateway.db";

    /// <summary>Wrapped keys of cases: its own file, with its own short-lived backup.</summary>
    public const string KeyFileName = "keys.db";

    private static readonly Pragmas OnOpen = new();

    public static void Use(DbContextOptionsBuilder options, string path) =>
        options.UseSqlite(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = 30,
            Pooling = true,
        }.ToString())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(OnOpen);

    /// <summary>
    /// Turns the write-ahead log on. The file remembers it; changing it needs the file alone, so it is done
    /// once, at the start, before anything else has it open.
    /// </summary>
    public static async Task TurnLogOn(DbContext db)
    {
        if (!db.Database.IsSqlite()) return;
        var mode = await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode=WAL").ToListAsync();
        if (mode is not ["wal"])
            throw new IOException("The store's file could not be set to write-ahead log.");
    }

    private sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Text =
            "PRAGMA busy_timeout=30000; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
