using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Referral.Contracts;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Carriers;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Sender = Referral.Gateway.Border.Outbox;

namespace Referral.Tests.Gateway.Border.Outbox;

/// <summary>
/// A pouch that the carrier took is entered with the next one that is gathered. Here no next one comes.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public sealed class When_a_gateway_stops_as_its_pouch_is_taken(RunningGateways gateways)
{
    [Fact]
    public async Task the_pouch_is_entered_all_the_same()
    {
        var held = gateways.CarrierOf("TH");
        held.Hold();
        try
        {
            // The gateway's own outbox waits for its carrier, so that a second one has the next letter.
            await PlayedCase.Released(gateways);
            await held.InFlight();
            var one = await PlayedCase.Released(gateways);
            var before = await Line();

            var carrier = new Stopping();
            using var outbox = new Sender(gateways.Steps("TH"), new OutboxBell(), carrier,
                gateways.Identity("TH"), TimeProvider.System, NullLogger<Sender>.Instance);
            carrier.Stops = outbox;
            await outbox.StartAsync(TestContext.Current.CancellationToken);
            await outbox.ExecuteTask!;

            carrier.Taken.ShouldHaveSingleItem().To.ShouldBe("LA");
            var after = await Line();
            after.LastPouchOut.ShouldNotBe(before.LastPouchOut);
            after.LeaseHolder.ShouldBeNull();
            held.Release();
            await one.ArrivesAbroad();
        }
        finally
        {
            held.Release();
        }
    }

    private Task<Referral.Gateway.Storage.NeighbourRow> Line() => gateways.Rows(
        "TH", db => db.Neighbours.AsNoTracking().SingleAsync(n => n.Country == "LA"));

    /// <summary>Takes one pouch, which goes nowhere, and has the outbox stopped before it says so.</summary>
    private sealed class Stopping : ICarrier
    {
        public Sender? Stops { get; set; }

        public List<SealedPouch> Taken { get; } = [];

        public Task Send(SealedPouch pouch, CancellationToken cancellation)
        {
            Taken.Add(pouch);
            _ = Stops!.StopAsync(CancellationToken.None);
            return Task.CompletedTask;
        }
    }
}
