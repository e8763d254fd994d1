using Npgsql;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>A case as the floor reads it, with the head of its chain.</summary>
internal sealed record FloorCase(Guid Id, string Referral, long NextOut, long NextIn)
{
    public long Entries { get; set; }

    public byte[] Head { get; set; } = [];
}

/// <summary>
/// The product's own tables, written with hand-made statements: one statement a table, values as arrays.
/// </summary>
internal sealed class FloorStore(PostgresDatabases databases, Vault vault)
{
    public Vault Vault => vault;

    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(databases.Gateway)
        {
            MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, NoResetOnClose = true,
        }.ConnectionString);

    /// <summary>Cases with their sagas locked, the heads of their chains, and their keys at hand.</summary>
    public async Task<List<FloorCase>> Cases(
        NpgsqlConnection db, string sagas, string column, Array values)
    {
        var cases = new List<FloorCase>();
        // As in the product, transactions of one gateway take turns: chains go on from their last entry.
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(1)", db))
            await turn.ExecuteNonQueryAsync();
        await using (var read = new NpgsqlCommand($"""
            SELECT c.id, c.referral, c.next_out, c.next_in, h.number, h.hash
            FROM cases c JOIN {sagas} s ON s.correlation_id = c.id
            CROSS JOIN LATERAL (SELECT number, hash FROM journal
                WHERE chain = 'case/' || replace(c.id::text, '-', '') ORDER BY number DESC LIMIT 1) h
            WHERE c.{column} = ANY($1) ORDER BY c.id FOR UPDATE OF c, s
            """, db) { Parameters = { new() { Value = values } } })
        await using (var rows = await read.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                cases.Add(new FloorCase(
                    rows.GetGuid(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3))
                {
                    Entries = rows.GetInt64(4), Head = (byte[])rows[5],
                });
            }
        }

        await vault.Load([.. cases.Select(one => one.Id)]);
        return cases;
    }

    /// <summary>A statement over one row.</summary>
    public static NpgsqlBatchCommand One(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var one in values)
            command.Parameters.Add(new() { Value = one });
        return command;
    }

    public static NpgsqlBatchCommand Command(string text, params Array[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var one in values)
            command.Parameters.Add(new() { Value = one });
        return command;
    }
}
