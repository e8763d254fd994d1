using Microsoft.Data.Sqlite;
using Referral.Contracts.Desk;
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
                .ShouldHaveSingleItem().Referral.ShouldBe(one.Referral);
    }

    private static void Forget(string folder)
    {
        SqliteConnection.ClearAllPools();
        using var store = new SqliteConnection($"Data Source={Path.Combine(folder, "gateway.db")}");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "DELETE FROM search_keys; DELETE FROM sections WHERE name = 'search';"
            + "DELETE FROM sequences WHERE name = 'upgrade/search-names';";
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }
}
