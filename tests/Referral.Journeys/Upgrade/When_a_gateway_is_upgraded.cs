using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Referral.Cli.Journals;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Storage;
using Referral.Journeys.Servers;
using Referral.Network;
using Referral.Network.Embedded;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Upgrade;

/// <summary>
/// Stores of the first released shape, with a referral in them, are given to the gateways of today: they
/// start, the referral goes on, and the journals verify over both times.
/// </summary>
public sealed class When_a_gateway_is_upgraded : IDisposable
{
    private const string SqliteShape = "sqlite";
    private const string PostgresShape = "postgres";

    private static readonly string[] Stores = ["gateway", "keys"];

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-upgrade-").FullName;

    [Fact]
    public async Task a_referral_on_sqlite_goes_on()
    {
        var (first, second) = (Path.Combine(_folder, "played"), Path.Combine(_folder, "earlier"));
        var referral = new ReferralThatGoesOn();
        await Embedded(first, new(), network => BeginSealed(referral, network,
            () => Sqlite(Members.DataFolder(first, "TH"), "gateway")));

        foreach (var code in Members.Codes)
        {
            var (from, to) = (Members.DataFolder(first, code), Members.DataFolder(second, code));
            CopyAllButStores(from, to);
            foreach (var store in Stores)
            {
                await using var played = await Sqlite(from, store);
                await using var earlier = await Sqlite(to, store);
                var rows = await EarlierStore.Make(played, earlier, $"{SqliteShape}-{store}");
                if (ReferralThatGoesOn.Concerns(code)) rows.ShouldBeGreaterThan(0);
            }
        }

        await Embedded(second, new(), referral.GoOn);
        JournalsHold(second);
        await using (var before = await Sqlite(Members.DataFolder(first, "TH"), "gateway"))
        await using (var after = await Sqlite(Members.DataFolder(second, "TH"), "gateway"))
            await CheckpointsReachAsFar(before, after);
        foreach (var store in Stores)
        {
            await using var upgraded = await Sqlite(Members.DataFolder(second, "LA"), store);
            await IsOfToday(upgraded, store == "keys"
                ? new SqliteKeyDbDesign().CreateDbContext([])
                : new SqliteGatewayDbDesign().CreateDbContext([]));
        }
    }

    [Fact]
    [Trait("Servers", "either")]
    public async Task a_referral_on_postgresql_goes_on()
    {
        var chosen = await TestServers.Databases();
        Assert.SkipWhen(chosen.Server is null, chosen.WhyNot);
        await using var server = chosen.Server!;
        var (played, earlier) = (await Make(server, "played"), await Make(server, "earlier"));
        var referral = new ReferralThatGoesOn();
        await Embedded(_folder, new() { Postgres = code => played[code] }, network => BeginSealed(
            referral, network, () => Open(new NpgsqlConnection(played["TH"].Gateway))));

        foreach (var code in Members.Codes)
            foreach (var store in Stores)
            {
                await using var from = await Open(new NpgsqlConnection(At(played[code], store)));
                await using var to = await Open(new NpgsqlConnection(At(earlier[code], store)));
                var rows = await EarlierStore.Make(from, to, $"{PostgresShape}-{store}");
                if (ReferralThatGoesOn.Concerns(code)) rows.ShouldBeGreaterThan(0);
            }

        await Embedded(_folder, new() { Postgres = code => earlier[code] }, referral.GoOn);
        foreach (var code in Members.Codes) Tell(code, earlier[code]);
        JournalsHold(_folder);
        await using (var before = await Open(new NpgsqlConnection(played["TH"].Gateway)))
        await using (var after = await Open(new NpgsqlConnection(earlier["TH"].Gateway)))
            await CheckpointsReachAsFar(before, after);
        foreach (var store in Stores)
        {
            await using var upgraded = await Open(new NpgsqlConnection(At(earlier["LA"], store)));
            await IsOfToday(upgraded, store == "keys"
                ? new PostgresKeyDbDesign().CreateDbContext([])
                : new PostgresGatewayDbDesign().CreateDbContext([]));
        }
        NpgsqlConnection.ClearAllPools();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task Embedded(
        string folder, NetworkSettings settings, Func<RunningNetwork, Task> act)
    {
        await using var network = await EmbeddedNetwork.Start(folder, settings);
        await act(network.Running);
    }

    // Not over before a checkpoint of Thailand's gateway covers some of it.
    private static async Task BeginSealed(
        ReferralThatGoesOn referral, RunningNetwork network, Func<Task<DbConnection>> store)
    {
        await referral.Begin(network);
        for (var time = 0; time < 600; time++, await Task.Delay(100))
        {
            await using var open = await store();
            if ((await EarlierStore.LastRows(open)).Any(row => row > 0)) return;
        }
        throw new TimeoutException("No checkpoint covers the referral.");
    }

    // Gateways in one process write no settings file; whoever reads their journals needs to know where.
    private void Tell(string code, PostgresDatabases databases) => File.WriteAllBytes(
        Path.Combine(Members.DataFolder(_folder, code), "settings.json"),
        JsonSerializer.SerializeToUtf8Bytes(new GatewaySettings
        {
            DataFolder = Members.DataFolder(_folder, code), Postgres = databases,
        }, SettingsJson.Options));

    private static void JournalsHold(string folder)
    {
        var journals = JournalsCheck.Run(folder);
        journals.Count.ShouldBe(Members.Codes.Count);
        journals.ShouldAllBe(one => one.Report.Whole);
    }

    private static async Task CheckpointsReachAsFar(DbConnection played, DbConnection upgraded)
    {
        var before = await EarlierStore.LastRows(played);
        before.ShouldContain(row => row > 0);
        (await EarlierStore.LastRows(upgraded)).Take(before.Count).ShouldBe(before);
    }

    // Every migration that the product has was applied, the first by whoever made the store.
    private static async Task IsOfToday(DbConnection store, DbContext today)
    {
        await using (today)
            (await EarlierStore.Migrations(store)).ShouldBe(today.Database.GetMigrations());
    }

    private static async Task<Dictionary<string, PostgresDatabases>> Make(IDatabaseServer server, string name)
    {
        var made = new Dictionary<string, PostgresDatabases>();
        foreach (var code in Members.Codes)
            made[code] = await server.Make($"{name}_{code.ToLowerInvariant()}");
        return made;
    }

    private static string At(PostgresDatabases databases, string store) =>
        store == "keys" ? databases.Keys : databases.Gateway;

    private static Task<DbConnection> Sqlite(string folder, string store) => Open(new SqliteConnection(
        $"Data Source={Path.Combine(folder, store)}.db;Pooling=False"));

    // Keys and lists are the same before and after.
    private static void CopyAllButStores(string from, string to)
    {
        OwnerOnly.Folder(to);
        foreach (var file in Directory.GetFiles(from).Where(file => !Path.GetFileName(file).Contains(".db")))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
            CopyAllButStores(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static async Task<DbConnection> Open<T>(T connection)
        where T : DbConnection
    {
        await connection.OpenAsync();
        return connection;
    }
}
