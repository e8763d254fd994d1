using System.Diagnostics;
using Referral.Network.Postgres;
using Referral.Network.Rabbit;
using Referral.Network.Soak;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Kills;

/// <summary>
/// To the broker and the desk this is a pouch that crashes whoever opens it: the shipped gateway is killed
/// (kill -9) each time it has been given the pouch, before it can commit anything.
/// </summary>
[Collection(When_a_gateway_is_killed_at_a_point.Name)]
public sealed class When_a_pouch_ends_the_process : IDisposable
{
    private const string PutAside = "SELECT count(*) FROM undeliverable WHERE reason = 'delivery_limit'";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-poison-").FullName;

    [Fact]
    public async Task it_is_put_before_the_desk_and_its_letter_takes_effect_once()
    {
        Assert.SkipWhen(PostgresNode.WhyNot is not null, PostgresNode.WhyNot ?? "");
        Assert.SkipWhen(RabbitNode.Find().Script is null, RabbitNode.Find().Sentence);
        await using var network = await KilledNetwork.Start(_folder);
        using var letters = new OneLetterAtATime(network);
        await letters.Begin();
        await letters.Quiet();

        var gate = network.Gates[KilledNetwork.Receiver];
        var release = await letters.Prepare();
        var killed = gate.Set(Given);
        var released = letters.Release(release);
        for (var deaths = 1; ; deaths++)
        {
            (await killed.WaitAsync(Limit, TestContext.Current.CancellationToken)).ShouldBe(Given);
            network.IdOf(KilledNetwork.Receiver).ShouldBeNull($"death {deaths}");
            // The broker gives up after the last of them; the next start finds the pouch put aside.
            if (deaths > RabbitTopology.DeliveriesMax) break;
            killed = gate.Set(Given);
            await StartUntilItDies(network);
        }
        _ = gate.Set(null);
        await network.StartAgain(KilledNetwork.Receiver);
        await released;
        await PutBeforeTheDesk(network);
        await letters.Quiet();

        await network.EndGateways();
        var account = new Accounting([.. network.Running.Gateways.Select(GatewayRecords.Of)]);
        (account.Written, account.Effects, account.Doubles, account.Losses())
            .ShouldBe((letters.Written, letters.Written, 0, 0));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static KillPoint Given { get; } =
        new(KilledNetwork.Receiver, WireEvent.Delivered, 1, Passed: true);

    // It may die before it says that it is ready.
    private static async Task StartUntilItDies(KilledNetwork network)
    {
        try
        {
            await network.StartAgain(KilledNetwork.Receiver);
        }
        catch (Referral.Network.NetworkFault)
        {
            network.IdOf(KilledNetwork.Receiver).ShouldBeNull();
        }
    }

    private static async Task PutBeforeTheDesk(KilledNetwork network)
    {
        var watch = Stopwatch.StartNew();
        while (await network.Number(KilledNetwork.Receiver, PutAside) == 0)
        {
            if (watch.Elapsed > Limit) throw new TimeoutException("No pouch was put before the desk.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
