using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Referral.Gateway.Storage.Batches;

/// <summary>
/// How EF Core saves to PostgreSQL here: in one round trip, one statement a table for all new rows and one
/// for all changed ones, their values as arrays (unnest), where EF Core's own way writes a statement a row.
/// What is deleted, or guards itself by a concurrency token, goes EF Core's own way. Takes the place of the
/// service that a save ends at.
/// </summary>
internal sealed class BatchedDatabase(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relational,
    IRelationalConnection connection)
    : RelationalDatabase(dependencies, relational)
{
    public override async Task<int> SaveChangesAsync(
        IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        // Without a step's transaction around it (a key is made, a store brought up to date) there is little
        // to write, and EF Core brings a transaction of its own.
        if (connection.CurrentTransaction is null)
        {
            return await base.SaveChangesAsync(entries, cancellationToken);
        }

        var groups = entries
            .Where(entry => entry.EntityState is EntityState.Added or EntityState.Modified)
            .GroupBy(entry => (Table: TableColumns.Of(entry.EntityType), entry.EntityState))
            .Where(group => !group.Key.Table.GuardsItself).ToList();
        var written = groups.Sum(group => group.Count());
        await Write(groups.ConvertAll(
            group => (group.Key.Table, group.Key.EntityState, group.ToList())), cancellationToken);
        if (written == entries.Count)
        {
            return written;
        }

        var batched = groups.SelectMany(group => group).ToHashSet();
        return written + await base.SaveChangesAsync(
            [.. entries.Where(entry => !batched.Contains(entry))], cancellationToken);
    }

    private async Task Write(
        List<(TableColumns Table, EntityState State, List<IUpdateEntry> Entries)> groups,
        CancellationToken cancellation)
    {
        if (groups.Count == 0)
        {
            return;
        }

        var transaction = (NpgsqlTransaction)connection.CurrentTransaction!.GetDbTransaction();
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var (table, state, entries) in groups)
        {
            batch.BatchCommands.Add(state == EntityState.Added
                ? table.Insert(entries) : table.Update(entries));
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        for (var place = 0; place < groups.Count; place++)
        {
            var (table, _, entries) = groups[place];
            if (batch.BatchCommands[place].RecordsAffected != entries.Count)
            {
                throw new DbUpdateConcurrencyException(
                    $"Not all rows of {table.Name} were there to be written.");
            }
        }
    }
}
