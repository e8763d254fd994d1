using Microsoft.Extensions.Logging;
using Npgsql;
using Referral.Contracts;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Referral.Network;
using Referral.Network.Postgres;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Upgrade;

/// <summary>Several replicas of one gateway find empty databases at the same moment.</summary>
public sealed class When_replicas_start_together : IDisposable
{
    private const int Replicas = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-replicas-").FullName;

    [Fact]
    public async Task one_makes_the_tables_and_all_start()
    {
        Assert.SkipWhen(PostgresNode.WhyNot is not null, PostgresNode.WhyNot ?? "");
        Founding.Found(_folder, Members.All, TimeProvider.System);
        await using var server = await PostgresNode.Start();
        var databases = await server.Make("referral_th");

        var started = await Task.WhenAll(Enumerable.Range(0, Replicas).Select(one => Task.Run(() =>
            GatewayHost.Start(Members.Of("TH"), new GatewaySettings
            {
                DataFolder = Members.DataFolder(_folder, "TH"),
                Postgres = databases,
                Replica = $"replica-{one}",
            }, new Nowhere(), logging => logging.ClearProviders()))));

        foreach (var one in started) await one.DisposeAsync();
        await using var db = new NpgsqlConnection(databases.Gateway);
        await db.OpenAsync(TestContext.Current.CancellationToken);
        await using var locks = new NpgsqlCommand(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'", db);
        (await locks.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Nowhere : ICarrier
    {
        public Task Send(SealedPouch pouch, CancellationToken cancellation) => Task.CompletedTask;
    }
}
