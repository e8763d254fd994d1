using Npgsql;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Journeys.Servers;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Postgres;

/// <summary>PostgreSQL is asked by another statement than SQLite, and has to answer the same.</summary>
public sealed class When_very_many_share_a_key_in_postgresql
{
    private const int Many = 4100, Most = 60;
    private const long Common = 1, Rare = 2, Other = 3;

    [Fact]
    [Trait("Servers", "either")]
    public async Task the_newest_are_candidates_and_a_heavier_key_goes_before()
    {
        var chosen = await TestServers.Databases();
        Assert.SkipWhen(chosen.Server is null, chosen.WhyNot);
        await using var server = chosen.Server!;
        await using var db = await GatewayTables.Make(await server.Make("keys_shared"));
        var cases = Enumerable.Range(0, Many)
            .Select(at => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(at))).ToArray();
        db.SearchKeys.AddRange(cases.Select(id => new SearchKeyRow { Key = Common, CaseId = id }));
        // The oldest is read by its rarer key alone: of the common one it is beyond what is read.
        db.SearchKeys.Add(new() { Key = Rare, CaseId = cases[0] });
        db.SearchKeys.Add(new() { Key = Rare, CaseId = cases[1000] });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        SearchHash[] keys = [new(Common, 1), new(Rare, 3), new(Other, 5)];
        var found = await KeyHits.Of(db, keys, Most);

        found.Count.ShouldBe(Most);
        found.Take(4).ShouldBe([
            new(cases[1000], 4), new(cases[0], 3), new(cases[^1], 1), new(cases[^2], 1),
        ]);
        NpgsqlConnection.ClearAllPools();
    }
}
