using Microsoft.EntityFrameworkCore;

namespace Referral.Gateway.Storage;

/// <summary>
/// A key by which a case is found, hashed: the first 64 bits of its HMAC. It leads to no name without the
/// gateway's search key, and goes when the case is erased.
/// </summary>
internal sealed class SearchKeyRow
{
    public long Key { get; set; }
    public Guid CaseId { get; set; }
}

internal static class SearchTables
{
    public static void Map(ModelBuilder model) => model.Entity<SearchKeyRow>(table =>
    {
        table.ToTable("search_keys").HasKey(r => new { r.Key, r.CaseId });
        table.Property(r => r.Key).ValueGeneratedNever();
        table.Property(r => r.CaseId).ValueGeneratedNever();
        table.HasIndex(r => r.CaseId);
    });
}
