using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Storage;

/// <summary>The last entry of a chain.</summary>
internal sealed record ChainHead(string Chain, long Number, byte[] Hash);

/// <summary>
/// Finds the last entry of chains by their index: one short look a chain, however long it is. PostgreSQL
/// takes all looks in one question; in SQLite a question costs no way.
/// </summary>
internal static class ChainHeads
{
    public static async Task<IReadOnlyList<ChainHead>> Of(GatewayDb db, IReadOnlyList<string> chains)
    {
        if (db.Database.IsNpgsql())
        {
            return await db.Database.SqlQuery<ChainHead>($"""
                SELECT head.chain AS "Chain", head.number AS "Number", head.hash AS "Hash"
                FROM unnest({chains.ToArray()}) AS wanted CROSS JOIN LATERAL (
                    SELECT chain, number, hash FROM journal WHERE chain = wanted
                    ORDER BY number DESC LIMIT 1) AS head
                """).ToListAsync();
        }

        var found = new List<ChainHead>();
        foreach (var chain in chains)
        {
            var last = await db.Journal.AsNoTracking().Where(entry => entry.Chain == chain)
                .OrderByDescending(entry => entry.Number)
                .Select(entry => new ChainHead(entry.Chain, entry.Number, entry.Hash)).FirstOrDefaultAsync();
            if (last is not null)
            {
                found.Add(last);
            }
        }

        return found;
    }
}
