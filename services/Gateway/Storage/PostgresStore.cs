using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Referral.Gateway.Storage.Batches;

namespace Referral.Gateway.Storage;

/// <summary>Where a gateway's PostgreSQL databases are.</summary>
/// <param name="Gateway">Connection string of the gateway's own database; holds a secret, never
/// logged.</param>
/// <param name="Keys">Connection string of the key database: another database, with another backup.</param>
public sealed record PostgresDatabases(string Gateway, string Keys);

/// <summary>
/// PostgreSQL as a gateway's store. A fault is ours to judge: nothing is tried again behind our back.
/// </summary>
internal static class PostgresStore
{
    public static void Use(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(Prepared(connection)).UseSnakeCaseNamingConvention()
            .ReplaceService<IDatabase, BatchedDatabase>();

    // The same few statements come again and again: each is planned once a connection. A connection goes back
    // with nothing set on it: locks here end with their transaction.
    private static string Prepared(string connection) =>
        new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, NoResetOnClose = true,
        }.ConnectionString;
}
