using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Search;

public sealed class When_very_many_share_a_key(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    private const int Many = 4100, Most = 60;
    private const long Common = 1, Rare = 2, Other = 3;

    [Fact]
    public async Task the_newest_are_candidates_and_a_heavier_key_goes_before()
    {
        var cases = Enumerable.Range(0, Many)
            .Select(at => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(at))).ToArray();
        await gateways.Steps("TH").Always(step =>
        {
            step.Db.SearchKeys.AddRange(cases.Select(id => new SearchKeyRow { Key = Common, CaseId = id }));
            // The oldest is read by its rarer key alone: of the common one it is beyond what is read.
            step.Db.SearchKeys.Add(new() { Key = Rare, CaseId = cases[0] });
            step.Db.SearchKeys.Add(new() { Key = Rare, CaseId = cases[1000] });
            return Task.FromResult(0);
        });

        SearchHash[] keys = [new(Common, 1), new(Rare, 3), new(Other, 5)];
        var found = await gateways.Rows("TH", db => KeyHits.Of(db, keys, Most));

        found.Count.ShouldBe(Most);
        found.Take(4).ShouldBe([
            new(cases[1000], 4), new(cases[0], 3), new(cases[^1], 1), new(cases[^2], 1),
        ]);
    }
}
