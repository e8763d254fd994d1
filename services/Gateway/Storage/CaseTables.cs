using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Repatriation;

namespace Referral.Gateway.Storage;

/// <summary>
/// One case: one side's half of a referral. Made at intake, or when a letter of the referral first arrives.
/// </summary>
internal sealed class CaseRow
{
    public Guid Id { get; set; }

    /// <summary>Number from intake; stays at home.</summary>
    public required string LocalNumber { get; set; }

    /// <summary>HOST or ORIGIN.</summary>
    public required string Side { get; set; }
    public required string Host { get; set; }
    public required string Origin { get; set; }

    /// <summary>Taken when the first letter is released, so that its gaps do not show held cases.</summary>
    public string? Referral { get; set; }
    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>Number of the next letter to write, and of the next to take effect.</summary>
    public long NextOut { get; set; } = 1;
    public long NextIn { get; set; } = 1;

    public string Other => Side == Sides.Host ? Origin : Host;
}

internal static class Sides
{
    public const string Host = "HOST";
    public const string Origin = "ORIGIN";
}

/// <summary>One section of the folder, or a received letter's content, sealed.</summary>
internal sealed class SectionRow
{
    public Guid CaseId { get; set; }
    public required string Name { get; set; }
    public long Revision { get; set; }
    public required byte[] Sealed { get; set; }
    public DateTimeOffset WrittenAt { get; set; }
}

internal static class CaseTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CaseRow>(table =>
        {
            table.ToTable("cases").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.HasIndex(r => r.LocalNumber).IsUnique();
            table.HasIndex(r => r.Referral).IsUnique();
            table.HasIndex(r => new { r.OpenedAt, r.Id });
            table.HasIndex(r => new { r.Host, r.Origin, r.OpenedAt, r.Id });
            table.Ignore(r => r.Other);
        });
        model.Entity<SectionRow>(table =>
        {
            table.ToTable("sections").HasKey(r => new { r.CaseId, r.Name });
            table.Property(r => r.Revision).IsConcurrencyToken();
        });
        model.Entity<HostCase>(table => table.ToTable("host_cases").HasKey(r => r.CorrelationId));
        model.Entity<OriginCase>(table => table.ToTable("origin_cases").HasKey(r => r.CorrelationId));
        model.Entity<HostCase>().Property(r => r.CorrelationId).ValueGeneratedNever();
        model.Entity<OriginCase>().Property(r => r.CorrelationId).ValueGeneratedNever();
    }
}
