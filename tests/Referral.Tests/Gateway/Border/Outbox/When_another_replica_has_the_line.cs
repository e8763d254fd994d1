using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Watch;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Outbox;

/// <summary>Two replicas share a gateway's databases; one of them has a pouch under way.</summary>
[Collection(AcrossTheBorder.Name)]
public sealed class When_another_replica_has_the_line(RunningGateways gateways)
{
    [Fact]
    public async Task nothing_is_loaded_until_it_gives_the_line_back_or_its_lease_ends()
    {
        await Lease("another:5102", DateTimeOffset.UtcNow.AddHours(1));
        var one = await PlayedCase.Released(gateways);

        (await gateways.Steps("TH").Read(step => PouchLoading.Gather(step, "LA", 0.5))).ShouldBeNull();
        (await gateways.Rows("TH", db => db.LettersOut.AsNoTracking()
            .Where(l => l.Referral == one.Referral).Select(l => l.LeftAt).SingleAsync())).ShouldBeNull();

        await Lease("another:5102", DateTimeOffset.UtcNow.AddSeconds(-1));
        await one.ArrivesAbroad();
    }

    [Fact]
    public async Task it_is_ours_from_the_loading_until_the_carrier_has_spoken()
    {
        var carrier = gateways.CarrierOf("TH");
        carrier.Hold();
        try
        {
            var one = await PlayedCase.Released(gateways);
            await carrier.InFlight();
            var settings = gateways.Identity("TH").Settings;
            var (holder, until) = await Held();
            holder.ShouldBe(settings.ReplicaName);
            until.ShouldNotBeNull().ShouldBeInRange(
                DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddSeconds(settings.LeaseSeconds));
            carrier.Release();
            await one.ArrivesAbroad();
            await RunningGateways.Until(async () => (await Held()).Holder is null, "the line given back");
        }
        finally
        {
            carrier.Release();
        }
    }

    [Fact]
    public async Task a_pouch_that_came_back_gives_the_line_back()
    {
        var carrier = gateways.CarrierOf("TH");
        carrier.Broken = true;
        try
        {
            var one = await PlayedCase.Released(gateways);
            await RunningGateways.Until(() => gateways.Rows("TH", db => db.LettersOut.AsNoTracking()
                .AnyAsync(l => l.Referral == one.Referral && l.LeftAt != null)), "a pouch that left");
            await RunningGateways.Until(async () => (await Held()).Holder is null, "the line given back");
        }
        finally
        {
            carrier.Broken = false;
        }
    }

    private Task<int> Lease(string holder, DateTimeOffset until) => gateways.Steps("TH").Always(async step =>
    {
        var line = await Neighbours.Of(step, "LA");
        (line.LeaseHolder, line.LeaseUntil) = (holder, until);
        step.Tell("LA");
        return 0;
    });

    private Task<(string? Holder, DateTimeOffset? Until)> Held() => gateways.Rows("TH", async db =>
    {
        var line = await db.Neighbours.AsNoTracking().SingleAsync(n => n.Country == "LA");
        return (line.LeaseHolder, line.LeaseUntil);
    });
}
