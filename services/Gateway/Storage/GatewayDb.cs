using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage.Batches;

namespace Referral.Gateway.Storage;

/// <summary>
/// The one database context of a gateway. Clear: ids, numbers, hashes, stages, deadlines. Sealed with the
/// case's key (columns named Sealed…): letters as signed, folder sections, drafts, answers. Migrations belong
/// to a provider, so each provider has a context of its own below this one, with nothing in it.
/// </summary>
internal abstract class GatewayDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<HostCase> HostCases => Set<HostCase>();
    public DbSet<OriginCase> OriginCases => Set<OriginCase>();
    public DbSet<SectionRow> Sections => Set<SectionRow>();
    public DbSet<LetterOutRow> LettersOut => Set<LetterOutRow>();
    public DbSet<LetterInRow> LettersIn => Set<LetterInRow>();
    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();
    public DbSet<OwedReceiptRow> OwedReceipts => Set<OwedReceiptRow>();
    public DbSet<NeighbourRow> Neighbours => Set<NeighbourRow>();
    public DbSet<UndeliverableRow> Undeliverable => Set<UndeliverableRow>();
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();
    public DbSet<WitnessRow> Witnesses => Set<WitnessRow>();
    public DbSet<TaskRow> Tasks => Set<TaskRow>();
    public DbSet<DeadlineRow> Deadlines => Set<DeadlineRow>();
    public DbSet<CommandRow> Commands => Set<CommandRow>();
    public DbSet<SequenceRow> Sequences => Set<SequenceRow>();
    public DbSet<SwitchRow> Switches => Set<SwitchRow>();
    public DbSet<SearchKeyRow> SearchKeys => Set<SearchKeyRow>();

    /// <summary>Saves what is tracked, and these rows with it.</summary>
    public virtual async Task Save(AppendedRows rows)
    {
        AddRange(rows.Take().SelectMany(one => one.Rows));
        // A save that is cancelled half-way is in doubt: it never is.
        await SaveChangesAsync(CancellationToken.None);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        // One form of a moment in every column: UTC ticks, which sort and compare in SQL on every provider.
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        CaseTables.Map(model);
        BorderTables.Map(model);
        JournalTables.Map(model);
        WorkTables.Map(model);
        SearchTables.Map(model);
    }
}

internal sealed class SqliteGatewayDb(DbContextOptions<SqliteGatewayDb> options) : GatewayDb(options);

internal sealed class PostgresGatewayDb(DbContextOptions<PostgresGatewayDb> options) : GatewayDb(options)
{
    /// <summary>What a save writes beside what is tracked; null between saves.</summary>
    internal AppendedRows? Appended { get; private set; }

    public override async Task Save(AppendedRows rows)
    {
        Appended = rows;
        try
        {
            await SaveChangesAsync(CancellationToken.None);
            // Where nothing tracked had changed, no save reached the database.
            await BatchedDatabase.Write(this, rows);
        }
        finally
        {
            Appended = null;
        }
    }

    // A row whose number the database gave is not asked for it: whoever needs it reads the row anew.
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // What is new is known to be: the save itself looks for what changed, once.
        ChangeTracker.AutoDetectChangesEnabled = false;
        var numbered = ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added
            && TableColumns.Of(entry.Metadata).IsNumbered).ToList();
        ChangeTracker.AutoDetectChangesEnabled = true;
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        numbered.ForEach(entry => entry.State = EntityState.Detached);
        return written;
    }
}
