using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.Storage;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Search;

/// <summary>The person is invented.</summary>
public sealed class When_a_store_is_older_than_the_search(RunningGateways gateways)
    : IClassFixture<RunningGateways>
{
    [Fact]
    public async Task its_cases_are_found_after_the_next_start_on_both_sides()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();

        await gateways.Restart(() =>
        {
            foreach (var country in new[] { one.Host, one.Origin })
                Forget(gateways.Network.Of(country).DataFolder);
        });

        foreach (var desk in new[] { one.Home, one.Abroad })
            (await desk.Search.SearchNamesAsync(new() { Name = "Bouavanh" }, desk.As(desk.Officer))).Found
                .ShouldContain(found => found.Referral == one.Referral);
    }

    [Fact]
    public async Task its_cases_get_the_keys_that_they_have_not()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        var before = await gateways.Rows("TH", KeysOf);

        await gateways.Restart(() => Do(gateways.Network.Of("TH").DataFolder,
            "DELETE FROM search_keys WHERE key % 2 = 0;"
            + "DELETE FROM sequences WHERE name = 'upgrade/search-full-keys';"));

        (await gateways.Rows("TH", KeysOf)).ShouldBe(before);
    }

    private static Task<List<long>> KeysOf(GatewayDb db) =>
        db.SearchKeys.OrderBy(k => k.CaseId).ThenBy(k => k.Key).Select(k => k.Key).ToListAsync();

    private static void Forget(string folder) => Do(folder,
        "DELETE FROM search_keys; DELETE FROM sections WHERE name = 'search';"
        + "DELETE FROM sequences WHERE name = 'upgrade/search-full-keys';");

    private static void Do(string folder, string statements)
    {
        SqliteConnection.ClearAllPools();
        using var store = new SqliteConnection($"Data Source={Path.Combine(folder, "gateway.db")}");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }
}
