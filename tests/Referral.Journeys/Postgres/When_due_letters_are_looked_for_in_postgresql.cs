using Microsoft.EntityFrameworkCore;
using Npgsql;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;
using Referral.Journeys.Servers;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Postgres;

/// <summary>
/// A hundred thousand letters are settled, a thousand wait for their receipt, five are due. PostgreSQL is
/// asked how it looks for these.
/// </summary>
public sealed class When_due_letters_are_looked_for_in_postgresql
{
    private const string Fill = """
        INSERT INTO letters_out (letter_id, case_id, referral, number, to_country, kind, sha256, sealed_jws,
            written_at, expires_at, state, due_at, attempts, alerts, asked_again)
        SELECT 'invented-' || n, gen_random_uuid(), 'invented', n, 'LA', 'M01', md5(n::text), '\x00',
            n, 9e17, 2, CASE WHEN n <= 100000 THEN NULL WHEN n <= 101000 THEN 9e17 ELSE n END, 1, 0, false
        FROM generate_series(1, 101005) AS n
        """;

    [Theory]
    [Trait("Servers", "either")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task those_that_are_settled_are_not_walked(bool paused)
    {
        var chosen = await TestServers.Databases();
        Assert.SkipWhen(chosen.Server is null, chosen.WhyNot);
        await using var server = chosen.Server!;
        await using var db = await GatewayTables.Make(await server.Make(paused ? "due_paused" : "due"));
        await db.Database.ExecuteSqlRawAsync(Fill, TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            "VACUUM ANALYZE letters_out", TestContext.Current.CancellationToken);

        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var look = WhatIsDue.Letters(db, "LA", DateTimeOffset.UtcNow, paused).Take(64)
            .CreateDbCommand();
        look.CommandText = $"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {look.CommandText}";
        var plan = new List<string>();
        await using (var rows = await look.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
                plan.Add(rows.GetString(0));

        var text = string.Join('\n', plan);
        text.ShouldContain("Index Scan using ix_letters_out_to_country_row_due_at");
        text.ShouldContain("due_at <= ");
        text.ShouldNotContain("Sort");
        // Those that wait are passed over in the index: their rows are not read.
        text.ShouldNotContain("Rows Removed by Filter: 1000");
        NpgsqlConnection.ClearAllPools();
    }
}
