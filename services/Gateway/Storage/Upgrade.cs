using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Search;

namespace Referral.Gateway.Storage;

/// <summary>Brings both stores up to date at start, and sweeps keys whose case was never committed.</summary>
internal static class Upgrade
{
    /// <summary>Hours after which a key without a case is an orphan of a crash.</summary>
    private const int OrphanHours = 1;

    public static async Task Bring(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        await SqliteStore.TurnLogOn(db);
        await Turns.Alone(db, () => Bring(services, db));
    }

    private static async Task Bring(IServiceProvider services, GatewayDb db)
    {
        await using var keys = services.GetRequiredService<Func<KeyDb>>()();
        await SqliteStore.TurnLogOn(keys);
        await keys.Database.MigrateAsync();
        await db.Database.MigrateAsync();
        await services.GetRequiredService<Vault>().SweepOrphans(
            ids => db.Cases.Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(),
            TimeProvider.System.GetUtcNow().AddHours(-OrphanHours));
        await NamesOfBefore.Bring(services);
    }
}
