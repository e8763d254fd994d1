using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.CaseFile;

namespace Referral.Gateway.Storage;

/// <summary>
/// The two stores of a gateway, on SQLite in its data folder or on two PostgreSQL databases.
/// </summary>
internal static class StoreParts
{
    public static void Add(IServiceCollection parts, GatewayIdentity identity)
    {
        if (identity.Settings.Postgres is { } databases)
        {
            parts.AddDbContextPool<GatewayDb, PostgresGatewayDb>(
                o => PostgresStore.Use(o, databases.Gateway));
            Keys<PostgresKeyDb>(parts, identity, o => PostgresStore.Use(o, databases.Keys));
            return;
        }

        var folder = identity.Settings.DataFolder;
        parts.AddDbContextPool<GatewayDb, SqliteGatewayDb>(
            o => SqliteStore.Use(o, Path.Combine(folder, SqliteStore.FileName)));
        Keys<SqliteKeyDb>(
            parts, identity, o => SqliteStore.Use(o, Path.Combine(folder, SqliteStore.KeyFileName)));
    }

    private static void Keys<TContext>(
        IServiceCollection parts, GatewayIdentity identity, Action<DbContextOptionsBuilder> use)
        where TContext : KeyDb
    {
        parts.AddPooledDbContextFactory<TContext>(use);
        parts.AddSingleton<Func<KeyDb>>(services =>
            services.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext);
        parts.AddSingleton(services => new Vault(
            services.GetRequiredService<Func<KeyDb>>(), identity.Keys.GatewayKey, TimeProvider.System,
            identity.Settings.CaseKeysHeld));
    }
}
