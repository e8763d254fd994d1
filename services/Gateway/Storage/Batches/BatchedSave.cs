using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Referral.Gateway.Storage.Batches;

/// <summary>
/// Saves what a step tracked to PostgreSQL in one round trip: one statement a table for all new rows and one
/// for all changed ones, their values as arrays (unnest). EF Core's own way writes a statement a row, which
/// costs five times as much at 64 letters a transaction. What is deleted, or guards itself by a concurrency
/// token, is left to EF Core.
/// </summary>
internal static class BatchedSave
{
    /// <summary>Writes within the open transaction. What was written is unchanged afterwards.</summary>
    public static async Task Write(GatewayDb db, CancellationToken cancellation)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction
            ?? throw new InvalidOperationException("Rows are saved only inside a step's transaction.");
        var groups = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .GroupBy(entry => (Table: TableColumns.Of(entry.Metadata), entry.State))
            .Where(group => !group.Key.Table.GuardsItself)
            .Select(group => (group.Key.Table, group.Key.State, Entries: group.ToList())).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var (table, state, entries) in groups)
        {
            batch.BatchCommands.Add(state == EntityState.Added
                ? table.Insert(entries) : table.Update(entries));
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        for (var place = 0; place < groups.Count; place++)
        {
            Accept(groups[place].Entries, batch.BatchCommands[place].RecordsAffected, groups[place].Table);
        }
    }

    private static void Accept(List<EntityEntry> entries, int written, TableColumns table)
    {
        if (written != entries.Count)
        {
            throw new DbUpdateConcurrencyException(
                $"{written} of {entries.Count} rows of {table.Name} were there to be written.");
        }

        foreach (var entry in entries)
        {
            // A row whose number the database gave is not asked for it: who needs it reads it anew.
            entry.State = entry.State == EntityState.Added && table.IsNumbered
                ? EntityState.Detached : EntityState.Unchanged;
        }
    }
}
