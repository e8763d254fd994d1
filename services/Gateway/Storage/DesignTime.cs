using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Referral.Gateway.Storage;

// Let `dotnet ef migrations add` build the contexts without starting a gateway; nothing connects to these.

internal sealed class SqliteGatewayDbDesign : IDesignTimeDbContextFactory<SqliteGatewayDb>
{
    public SqliteGatewayDb CreateDbContext(string[] args) => new(Design<SqliteGatewayDb>.Sqlite());
}

internal sealed class SqliteKeyDbDesign : IDesignTimeDbContextFactory<SqliteKeyDb>
{
    public SqliteKeyDb CreateDbContext(string[] args) => new(Design<SqliteKeyDb>.Sqlite());
}

internal sealed class PostgresGatewayDbDesign : IDesignTimeDbContextFactory<PostgresGatewayDb>
{
    public PostgresGatewayDb CreateDbContext(string[] args) => new(Design<PostgresGatewayDb>.Postgres());
}

internal sealed class PostgresKeyDbDesign : IDesignTimeDbContextFactory<PostgresKeyDb>
{
    public PostgresKeyDb CreateDbContext(string[] args) => new(Design<PostgresKeyDb>.Postgres());
}

internal static class Design<TContext>
    where TContext : DbContext
{
    public static DbContextOptions<TContext> Sqlite()
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        SqliteStore.Use(builder, "design.db");
        return builder.Options;
    }

    public static DbContextOptions<TContext> Postgres()
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        PostgresStore.Use(builder, "Host=design");
        return builder.Options;
    }
}
