using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Referral.Cli.Journals;
using Referral.Contracts;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Journal;
using Referral.Gateway.Storage;
using Referral.Journeys.Servers;
using Referral.Network;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Postgres;

/// <summary>
/// Two replicas of one gateway share a database. One has written an entry and not committed it yet; the
/// other writes a later one and seals. A checkpoint goes up to a row: the entry of the first must not come
/// below it.
/// </summary>
public sealed class When_one_replica_writes_while_another_seals : IDisposable
{
    private const string Country = "TH";

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-sealing-").FullName;

    private string Home => Members.DataFolder(_folder, Country);

    [Fact]
    [Trait("Servers", "either")]
    public async Task no_entry_falls_between_two_checkpoints()
    {
        var chosen = await TestServers.Databases();
        Assert.SkipWhen(chosen.Server is null, chosen.WhyNot);
        await using var server = chosen.Server!;
        var databases = await server.Make("sealing_th");
        Founding.Found(_folder, Members.All, TimeProvider.System);
        await using var first = await Start(databases, "first");
        await using var second = await Start(databases, "second");

        Task<long>? sealing = null;
        await StepsOf(first).Always(async step =>
        {
            await step.JournalIn("invented/first", "invented");
            await step.Save();
            sealing = WriteAndSeal(StepsOf(second));
            await WaitsForItsTurn(databases, sealing);
            return 0;
        });
        await sealing!;

        await File.WriteAllTextAsync(Path.Combine(Home, "settings.json"),
            System.Text.Json.JsonSerializer.Serialize(
                new GatewaySettings { DataFolder = Home, Postgres = databases }, SettingsJson.Options),
            TestContext.Current.CancellationToken);
        var report = JournalsCheck.Run(Home).ShouldHaveSingleItem().Report;
        report.Findings.ShouldBeEmpty();
        report.UnsealedTail.ShouldBe(0);
        report.Entries.ShouldBeGreaterThanOrEqualTo(2);
        NpgsqlConnection.ClearAllPools();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<long> WriteAndSeal(Steps steps)
    {
        await steps.Always(async step =>
        {
            await step.JournalIn("invented/second", "invented");
            return 0;
        });
        return await Sealer.Seal(steps);
    }

    // Either it stands before the lock, or it did not have to and is done.
    private static async Task WaitsForItsTurn(PostgresDatabases databases, Task sealing)
    {
        await using var look = new NpgsqlConnection(databases.Gateway);
        await look.OpenAsync();
        await using var waiting = new NpgsqlCommand(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
            + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", look);
        while (!sealing.IsCompleted && (long)(await waiting.ExecuteScalarAsync())! == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10));
    }

    private static Steps StepsOf(GatewayHost gateway) => gateway.Services.GetRequiredService<Steps>();

    private Task<GatewayHost> Start(PostgresDatabases databases, string replica) => GatewayHost.Start(
        Members.Of(Country),
        new GatewaySettings
        {
            DataFolder = Home, Postgres = databases, Replica = replica, CheckpointSeconds = 3600,
        },
        new Nowhere(), logging => logging.ClearProviders());

    private sealed class Nowhere : ICarrier
    {
        public Task Send(SealedPouch pouch, CancellationToken cancellation) => Task.CompletedTask;
    }
}
