using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Referral.Gateway.Journal.Pack;

namespace Referral.Network;

/// <summary>
/// The database of one gateway, opened for reading alone; the gateway may run on it. One transaction keeps
/// everything read from one moment. On PostgreSQL one set of rows is read to its end before the next begins.
/// </summary>
public sealed class StoredGateway : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _moment;

    private StoredGateway(DbConnection connection)
    {
        _connection = connection;
        // A deferred transaction of SQLite takes no lock that a writer would wait for.
        _moment = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : connection.BeginTransaction(IsolationLevel.RepeatableRead);
    }

    /// <summary>
    /// Opens the database that the settings in a gateway's data folder name, else the SQLite file in it; null
    /// where there is neither.
    /// </summary>
    public static StoredGateway? Open(string dataFolder) =>
        Postgres(dataFolder) ?? Directory.EnumerateFiles(dataFolder, "*.db").Order(StringComparer.Ordinal)
            .Select(Sqlite).FirstOrDefault(found => found is not null);

    public IEnumerable<T> Rows<T>(string text, Func<DbDataReader, T> map)
    {
        using var command = _connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, _moment);
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return map(rows);
    }

    public void Dispose()
    {
        _moment.Dispose();
        _connection.Dispose();
    }

    private static StoredGateway? Postgres(string dataFolder)
    {
        if (StoredSettings.DatabasesOf(dataFolder) is not { } databases) return null;
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(databases.Gateway)
        {
            Options = "-c default_transaction_read_only=on",
            Pooling = false,
        }.ToString());
        return Open(connection);
    }

    private static StoredGateway? Sqlite(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        var found = Open(connection);
        const string journal = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'journal'";
        if (found.Rows(journal, _ => true).Any()) return found;
        found.Dispose();
        return null;
    }

    private static StoredGateway Open(DbConnection connection)
    {
        try
        {
            connection.Open();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
