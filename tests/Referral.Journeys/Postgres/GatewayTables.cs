using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;
using Xunit;

namespace Referral.Journeys.Postgres;

/// <summary>A gateway's tables in PostgreSQL, new and empty, without a gateway.</summary>
internal static class GatewayTables
{
    public static async Task<PostgresGatewayDb> Make(PostgresDatabases databases)
    {
        var options = new DbContextOptionsBuilder<PostgresGatewayDb>();
        PostgresStore.Use(options, databases.Gateway);
        var db = new PostgresGatewayDb(options.Options);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return db;
    }
}
