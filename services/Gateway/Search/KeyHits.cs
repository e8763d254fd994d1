using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Search;

/// <summary>
/// The cases that have most of the asked keys. Of one key only the newest cases are read, so that a name
/// which thousands bear costs no more than a rare one.
/// </summary>
internal static class KeyHits
{
    /// <summary>Cases of one key that are looked at.</summary>
    public const int EachMost = 4000;

    public static Task<List<KeyHit>> Of(GatewayDb db, IReadOnlyList<SearchHash> keys, int most) =>
        db.Database.IsNpgsql() ? InPostgres(db, keys, most) : InSqlite(db, keys, most);

    // However many keys, the same statement: it is planned once.
    private static Task<List<KeyHit>> InPostgres(GatewayDb db, IReadOnlyList<SearchHash> keys, int most)
    {
        var hashes = keys.Select(key => key.Hash).ToArray();
        var weights = keys.Select(key => key.Weight).ToArray();
        return db.Database.SqlQuery<KeyHit>($"""
            SELECT hit.case_id, SUM(asked.weight) AS weight
            FROM unnest({hashes}, {weights}) AS asked (key, weight) CROSS JOIN LATERAL (
                SELECT case_id FROM search_keys WHERE key = asked.key
                ORDER BY case_id DESC LIMIT {EachMost}) AS hit
            GROUP BY hit.case_id ORDER BY SUM(asked.weight) DESC, hit.case_id DESC LIMIT {most}
            """).ToListAsync();
    }

    private static Task<List<KeyHit>> InSqlite(GatewayDb db, IReadOnlyList<SearchHash> keys, int most)
    {
        // Numbers of this program alone stand in the text; the keys are parameters.
        var each = keys.Select((key, at) => string.Create(CultureInfo.InvariantCulture, $$"""
            SELECT * FROM (SELECT case_id, {{key.Weight}} AS weight FROM search_keys
                WHERE key = {{{at}}} ORDER BY case_id DESC LIMIT {{EachMost}}) AS k{{at}}
            """));
        var all = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT case_id, SUM(weight) AS weight FROM ({string.Join("\nUNION ALL ", each)}) AS hits
            GROUP BY case_id ORDER BY SUM(weight) DESC, case_id DESC LIMIT {most}
            """);
        return db.Database.SqlQueryRaw<KeyHit>(all, [.. keys.Select(key => (object)key.Hash)]).ToListAsync();
    }
}

/// <summary>A case, and the weight of the keys it has.</summary>
internal sealed record KeyHit(Guid CaseId, long Weight);
