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

    /// <summary>Checkpoint that covers it; null until the sealer comes by.</summary>
    public long? Checkpoint { get; set; }
}

/// <summary>A signed checkpoint of ours.</summary>
internal sealed class CheckpointRow
{
    public long Number { get; set; }
    public required string Jws { get; set; }
    public DateTimeOffset At { get; set; }
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
            table.HasIndex(r => r.Checkpoint);
        });
        model.Entity<CheckpointRow>(table =>
        {
            table.ToTable("checkpoints").HasKey(r => r.Number);
            table.Property(r => r.Number).ValueGeneratedNever();
        });
        model.Entity<WitnessRow>().ToTable("witnesses").HasKey(r => new { r.Country, r.Number });
    }
}
