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

    public static Task Take(GatewayDb db) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})")
        : Task.CompletedTask;
}
