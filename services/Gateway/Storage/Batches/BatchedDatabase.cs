using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Referral.Gateway.Storage.Batches;

/// <summary>
/// How EF Core saves to PostgreSQL here: in one round trip, one statement a table for all new rows and one
/// for all changed ones, their values as arrays (unnest), where EF Core's own way writes a statement a row.
/// What is deleted goes EF Core's own way. Takes the place of the service that a save ends at.
/// </summary>
internal sealed class BatchedDatabase(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relational,
    IRelationalConnection connection, ICurrentDbContext current)
    : RelationalDatabase(dependencies, relational)
{
    public override async Task<int> SaveChangesAsync(
        IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        // Without a step's transaction around it (a key is made, a store brought up to date) there is little
        // to write, and EF Core brings a transaction of its own.
        if (connection.CurrentTransaction is not { } transaction)
        {
            return await base.SaveChangesAsync(entries, cancellationToken);
        }

        var batched = entries
            .Where(entry => entry.EntityState is EntityState.Added or EntityState.Modified).ToList();
        List<Statement> statements =
        [
            .. batched.GroupBy(entry => (Table: TableColumns.Of(entry.EntityType), entry.EntityState))
                .Select(group => Of(group.Key.Table, group.Key.EntityState, [.. group])),
            .. current.Context is PostgresGatewayDb { Appended: { } rows } db ? Of(db, rows) : [],
        ];
        await Write(transaction.GetDbTransaction(), statements, cancellationToken);
        if (batched.Count == entries.Count)
        {
            return batched.Count;
        }

        var written = batched.ToHashSet();
        return written.Count + await base.SaveChangesAsync(
            [.. entries.Where(entry => !written.Contains(entry))], cancellationToken);
    }

    /// <summary>Rows alone, in the transaction that is open; nothing where there are none.</summary>
    public static Task Write(PostgresGatewayDb db, AppendedRows rows) => rows.Any
        ? Write((db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Rows are appended inside a step.")).GetDbTransaction(),
            [.. Of(db, rows)], CancellationToken.None)
        : Task.CompletedTask;

    private static Statement Of(TableColumns table, EntityState state, List<IUpdateEntry> entries) =>
        new(table.Name, state == EntityState.Added ? table.Insert(entries) : table.Update(entries),
            entries.Count);

    private static IEnumerable<Statement> Of(PostgresGatewayDb db, AppendedRows appended)
    {
        foreach (var (kind, rows) in appended.Take())
        {
            var table = TableColumns.Of(db.Model.FindEntityType(kind)!);
            yield return new Statement(table.Name, table.Insert(rows), rows.Count);
        }
    }

    private static async Task Write(
        DbTransaction transaction, List<Statement> statements, CancellationToken cancellation)
    {
        if (statements.Count == 0)
        {
            return;
        }

        var open = (NpgsqlTransaction)transaction;
        await using var batch = new NpgsqlBatch(open.Connection, open);
        statements.ForEach(statement => batch.BatchCommands.Add(statement.Command));
        await batch.ExecuteNonQueryAsync(cancellation);
        foreach (var statement in statements)
        {
            if (statement.Command.RecordsAffected != statement.Rows)
            {
                throw new DbUpdateConcurrencyException(
                    $"Not all rows of {statement.Table} were there to be written.");
            }
        }
    }

    private sealed record Statement(string Table, NpgsqlBatchCommand Command, int Rows);
}
