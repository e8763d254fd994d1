using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Storage;

/// <summary>One entry of a hash chain. Text is stored as the very bytes that were hashed.</summary>
internal sealed class JournalRow
{
    /// <summary>Order of commit over all chains.</summary>
    public long Row { get; set; }
    public required string Chain { get; set; }
    public long Number { get; set; }
    public required byte[] Previous { get; set; }
    public required byte[] Text { get; set; }
    public required byte[] Hash { get; set; }
}

/// <summary>A signed checkpoint of ours.</summary>
internal sealed class CheckpointRow
{
    public long Number { get; set; }
    public required string Jws { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>
    /// Highest row of the journal that it covers: with all after the last row of the checkpoint before. The
    /// same as there where it covers nothing; 0 while nothing was ever written.
    /// </summary>
    public long LastRow { get; set; }
}

/// <summary>A neighbour's checkpoint, kept as its witness.</summary>
internal sealed class WitnessRow
{
    public required string Country { get; set; }
    public long Number { get; set; }
    public required string Jws { get; set; }
    public DateTimeOffset At { get; set; }
}

internal static class JournalTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<JournalRow>(table =>
        {
            table.ToTable("journal").HasKey(r => r.Row);
            table.HasIndex(r => new { r.Chain, r.Number }).IsUnique();
        });
        model.Entity<CheckpointRow>(table =>
        {
            table.ToTable("checkpoints").HasKey(r => r.Number);
            table.Property(r => r.Number).ValueGeneratedNever();
            table.HasIndex(r => new { r.LastRow, r.Number });
        });
        model.Entity<WitnessRow>().ToTable("witnesses").HasKey(r => new { r.Country, r.Number });
    }
}
