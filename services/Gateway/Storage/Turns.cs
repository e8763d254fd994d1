using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Storage;

/// <summary>
/// Replicas of one gateway take turns: a lock of the database, held until the transaction ends, so that
/// journal chains, numbers and one sender's pouches keep their order whichever replica works.
/// </summary>
internal static class Turns
{
    /// <summary>Any number, the same for all replicas; a database belongs to one gateway alone.</summary>
    private const long Lock = 20_261_125;

    /// <summary>Another: held over the upgrade, which has transactions of its own.</summary>
    private const long UpgradeLock = Lock + 1;

    /// <summary>
    /// Runs the work when no other replica does: two that start together must not both make the tables. The
    /// databases exist.
    /// </summary>
    public static async Task Alone(GatewayDb db, Func<Task> work)
    {
        if (!db.Database.IsNpgsql())
        {
            await work();
            return;
        }

        await db.Database.OpenConnectionAsync();
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({UpgradeLock})");
            await work();
            // Said, because the session goes back to the pool as it is. A fault ends the process and with it
            // the session.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpgradeLock})");
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public static Task Take(GatewayDb db) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})")
        : Task.CompletedTask;
}
