using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Referral.Gateway.Storage;

/// <summary>Lets `dotnet ef migrations add` build the contexts without starting a gateway.</summary>
internal sealed class GatewayDbDesign : IDesignTimeDbContextFactory<GatewayDb>
{
    public GatewayDb CreateDbContext(string[] args) => new(Options<GatewayDb>.At("design.db"));
}

internal sealed class KeyDbDesign : IDesignTimeDbContextFactory<KeyDb>
{
    public KeyDb CreateDbContext(string[] args) => new(Options<KeyDb>.At("design-keys.db"));
}

internal static class Options<TContext>
    where TContext : DbContext
{
    public static DbContextOptions<TContext> At(string path)
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        SqliteStore.Use(builder, path);
        return builder.Options;
    }
}
