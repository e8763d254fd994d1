using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Benchmarks.Border.Naive;

/// <summary>The product's tables through EF Core's own change tracker and its own way of saving.</summary>
internal sealed class PlainGatewayDb(DbContextOptions<PlainGatewayDb> options) : GatewayDb(options)
{
    public static DbContextOptions<PlainGatewayDb> On(PostgresDatabases databases)
    {
        var options = new DbContextOptionsBuilder<PlainGatewayDb>();
        options.UseNpgsql(databases.Gateway).UseSnakeCaseNamingConvention();
        return options.Options;
    }
}
