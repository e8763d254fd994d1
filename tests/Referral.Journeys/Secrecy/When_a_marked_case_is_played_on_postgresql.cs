using System.Text;
using Npgsql;
using Referral.Journeys.Postgres;
using Referral.Network;
using Referral.Network.Postgres;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Secrecy;

/// <summary>
/// Stores on PostgreSQL: every file of the server with its write-ahead log, a dump of every database, the
/// traces a collector got, the metrics pages, the gateways' logs and what they say.
/// </summary>
[Collection(Alone.Name)]
public sealed class When_a_marked_case_is_played_on_postgresql
{
    private static readonly byte[] Planted = Encoding.UTF8.GetBytes(MarkedCase.Marks[0]);

    [Fact]
    public async Task no_file_dump_trace_metric_or_log_shows_the_person()
    {
        Assert.SkipWhen(PostgresNode.WhyNot is not null, PostgresNode.WhyNot ?? "");
        await using var store = await PostgresNetwork.Make();
        using var said = new Overheard();
        await using var collector = await TraceCollector.Start();
        MarkedPlay played;
        MarkSearch search;
        await using (var network = await store.Start())
        {
            played = await MarkedPlay.Run(network.Running);
            search = new MarkSearch(played.Marks).InFolder(store.Folder);
            await Metrics(network.Running, search);
        }

        NpgsqlConnection.ClearAllPools();
        await Databases(store, search);
        search.InFolder(store.Folder).In("output", said.Text);
        foreach (var (path, body) in collector.Taken) search.In($"collector {path}", body);

        played.ShouldShowTheMarks();
        LooksWhereTheDataAre(store, collector, played.Host.Case.Referral);
        search.Found.ShouldBeEmpty();
        await APlantedMarkIsFound(store, played);
        TestContext.Current.TestOutputHelper?.WriteLine($"{search.Places} places, {search.Bytes} bytes");
    }

    private static async Task Metrics(RunningNetwork network, MarkSearch search)
    {
        using var client = new HttpClient();
        foreach (var gateway in network.Gateways)
        {
            var page = await client.GetStringAsync(new Uri(gateway.Pages, "metrics"));
            page.ShouldContain("referral_");
            search.In($"metrics of {gateway.Country.Code}", page);
        }
    }

    private static async Task Databases(PostgresNetwork store, MarkSearch search)
    {
        foreach (var country in Members.Codes)
        {
            // A large value may lie compressed in a table's file: the dump shows it as it is.
            search.In($"dump of {country}", await DatabaseDump.Of(store.Of(country).Gateway));
            search.In($"dump of the keys of {country}", await DatabaseDump.Of(store.Of(country).Keys));
        }

        await store.Server.StopInOrder();
        search.InFolder(store.Server.Folder);
        await store.Server.Up();
    }

    private static void LooksWhereTheDataAre(PostgresNetwork store, TraceCollector collector, string referral)
    {
        MarkSearch.Holds(store.Server.Folder, Encoding.UTF8.GetBytes(referral)).ShouldBeTrue();
        collector.Taken.Any(one => one.Path == "/v1/traces"
            && one.Body.AsSpan().IndexOf("referral-gateway"u8) >= 0).ShouldBeTrue();
        File.ReadAllText(Path.Combine(store.DataFolder("TH"), "gateway.log")).ShouldContain(referral);
    }

    // The control: one mark written into one column is found in the server's files and in the dump.
    private static async Task APlantedMarkIsFound(PostgresNetwork store, MarkedPlay played)
    {
        NpgsqlConnection.ClearAllPools();
        await using (var connection = new NpgsqlConnection(store.Of("TH").Gateway + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var plant = new NpgsqlCommand(
                "UPDATE letters_out SET sealed_jws = @mark", connection);
            plant.Parameters.AddWithValue("mark", Planted);
            (await plant.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
        }

        var dump = await DatabaseDump.Of(store.Of("TH").Gateway);
        new MarkSearch(played.Marks).In("dump", dump).Found.ShouldNotBeEmpty();
        await store.Server.StopInOrder();
        new MarkSearch(played.Marks).InFolder(store.Server.Folder).Found.ShouldNotBeEmpty();
        await store.Server.Up();
    }
}
