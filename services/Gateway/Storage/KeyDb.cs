using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Storage;

/// <summary>
/// Wrapped keys of cases, in a store of its own with a short-lived backup: deleting a row erases the case's
/// content from the database and from every backup of it alike.
/// </summary>
internal abstract class KeyDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<KeyRow> Keys => Set<KeyRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        var table = model.Entity<KeyRow>();
        table.ToTable("keys").HasKey(r => r.CaseId);
        table.Property(r => r.CaseId).ValueGeneratedNever();
    }
}

internal sealed class SqliteKeyDb(DbContextOptions<SqliteKeyDb> options) : KeyDb(options);

internal sealed class PostgresKeyDb(DbContextOptions<PostgresKeyDb> options) : KeyDb(options);

/// <summary>The AES-256 key of one case, wrapped with the gateway's key.</summary>
internal sealed class KeyRow
{
    public Guid CaseId { get; set; }
    public required byte[] Wrapped { get; set; }
    public DateTimeOffset MadeAt { get; set; }
}
