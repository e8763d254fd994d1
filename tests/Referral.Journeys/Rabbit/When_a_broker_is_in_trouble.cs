using System.Diagnostics;
using System.Net.Sockets;
using Referral.Gateway.Border.Carriers;
using Referral.Journeys.Walls;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

/// Troubles of a broker that runs. The neighbour without trouble has its letterbox on a broker of its own.
[Collection(OneBroker.Name)]
public sealed class When_a_broker_is_in_trouble(BrokerFixture sound, PredeclaredBroker broker)
    : IClassFixture<PredeclaredBroker>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("set_vm_memory_high_watermark", "0.0000001", "0.4")]
    [InlineData("set_disk_free_limit", "900000GB", "50MB")]
    public async Task an_alarm_blocks_its_letterboxes_and_no_other_until_it_ends(
        string alarm, string raised, string usual)
    {
        SkipWithoutServers();
        await using var thailand = Carrier(Link("LA"), Sound);
        await thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        await NodeControl.Ask(broker.Node, alarm, raised);

        var blocked = thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        await thailand.Send(BrokerFixture.Pouch("TH", "CN"), CancellationToken.None);
        blocked.IsCompleted.ShouldBeFalse("the other went while this one waited");
        await Should.ThrowAsync<CarrierFault>(blocked);

        await NodeControl.Ask(broker.Node, alarm, usual);
        await SendAtLast(thailand);
        await Taken();
    }

    [Fact]
    public async Task a_confirm_that_is_lost_is_a_fault_and_the_pouch_may_come_twice()
    {
        SkipWithoutServers();
        await using var relay = new Relay(broker.Node.Port);
        await using var thailand = Carrier(Through(relay));
        await using var laos = await ReceivingGateway.Start(broker.Book.For("LA"));
        await thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        relay.FromBroker.Set(false);
        var pouch = BrokerFixture.Pouch("TH", "LA");

        await Should.ThrowAsync<CarrierFault>(thailand.Send(pouch, CancellationToken.None));

        // The line is cut only when the broker has it: a busy one may not have read it when patience ends.
        await laos.Next(pouch.PouchId);
        relay.Cut();
        await thailand.Send(pouch, CancellationToken.None);
        await laos.Next(pouch.PouchId);
    }

    [Fact]
    public async Task a_line_cut_in_the_middle_of_a_pouch_is_a_fault_and_the_next_opens_another()
    {
        SkipWithoutServers();
        await using var relay = new Relay(broker.Node.Port);
        await using var thailand = Carrier(Through(relay));
        await thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        relay.ToBroker.Set(false);

        var half = thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        half.IsCompleted.ShouldBeFalse();
        relay.Cut();

        await Should.ThrowAsync<CarrierFault>(half);
        await thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        await Taken();
    }

    [Fact]
    public async Task a_channel_that_the_broker_closes_takes_that_pouch_only()
    {
        SkipWithoutServers();
        await using var thailand = Carrier(Link("LA"));
        var tooLarge = BrokerFixture.Pouch("TH", "LA") with { Token = new string('x', 6 << 20) };

        await Should.ThrowAsync<CarrierFault>(thailand.Send(tooLarge, CancellationToken.None));

        await thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        await Taken();
    }

    [Fact]
    public async Task a_full_letterbox_takes_nothing_until_there_is_room()
    {
        SkipWithoutServers();
        using var management = new RabbitManagement(broker.Node.Management);
        string[] policy = ["policies", RabbitTopology.VhostOf("CN"), "full"];
        var full = new Dictionary<string, object>
        {
            ["pattern"] = "^letterbox$", ["apply-to"] = "queues", ["priority"] = 9,
            ["definition"] = new Dictionary<string, object>
                { ["max-length"] = 0, ["overflow"] = "reject-publish" },
        };
        await management.Put(policy, full, CancellationToken.None);
        await using var thailand = Carrier(Link("CN"));

        // The limit is soft: the broker notices after a message or two.
        CarrierFault? refused = null;
        for (var tries = 0; refused is null && tries < 50; tries++)
            refused = await Record.ExceptionAsync(() =>
                thailand.Send(BrokerFixture.Pouch("TH", "CN"), CancellationToken.None)) as CarrierFault;
        refused.ShouldNotBeNull();

        await management.Delete(policy, CancellationToken.None);
        await SendAtLast(thailand, "CN");
    }

    [Fact]
    public async Task neither_a_dead_nor_a_paused_peer_delays_the_others()
    {
        SkipWithoutServers();
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        await using var relay = new Relay(broker.Node.Port);
        // Somebody answers the call and then says nothing.
        var dead = Link("VN") with { Uri = new UriBuilder(Link("VN").Uri) { Port = port }.Uri.ToString() };
        await using var thailand = new RabbitMqCarrier(
            broker.Book.For("TH") with { Neighbours = [dead, Through(relay), Sound] });
        await thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        var without = await Median(thailand);

        relay.ToBroker.Set(false);
        var stuck = new[] { "VN", "LA" }.Select(to =>
            thailand.Send(BrokerFixture.Pouch("TH", to), CancellationToken.None)).ToArray();
        var with = await Median(thailand);

        stuck.ShouldAllBe(one => !one.IsCompleted);
        Console.Error.WriteLine(FormattableString.Invariant(
            $"50 pouches to a sound peer, median: {without:0.0} ms alone, {with:0.0} ms beside two stuck."));
        relay.Cut();
        silent.Stop();
        foreach (var one in stuck) await Should.ThrowAsync<CarrierFault>(one);
    }

    private static async Task<double> Median(RabbitMqCarrier carrier)
    {
        var took = new List<double>();
        for (var sent = 0; sent < 50; sent++)
        {
            var begin = Stopwatch.GetTimestamp();
            await carrier.Send(BrokerFixture.Pouch("TH", "CN"), CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        return took.Order().ElementAt(took.Count / 2);
    }

    private static async Task SendAtLast(RabbitMqCarrier carrier, string to = "LA")
    {
        for (var tries = 0; ; tries++)
        {
            var fault = await Record.ExceptionAsync(() =>
                carrier.Send(BrokerFixture.Pouch("TH", to), CancellationToken.None));
            if (fault is null) return;
            if (fault is not CarrierFault || tries > 20) throw fault;
        }
    }

    // What was confirmed is there: the receiver takes it from the broker after the trouble.
    private async Task Taken()
    {
        await using var laos = await ReceivingGateway.Start(broker.Book.For("LA"));
        await laos.Next();
    }

    private RabbitMqCarrier Carrier(params Letterbox[] links) =>
        new(broker.Book.For("TH") with { Neighbours = links }, Limit);

    // A letterbox that no other test reads, under the name of a neighbour that none here writes to.
    private Letterbox Sound => sound.Link("LA", "TH") with { Country = "CN" };

    private Letterbox Link(string to) =>
        broker.Book.For("TH").Neighbours.Single(box => box.Country == to);

    private Letterbox Through(Relay relay) => Link("LA") with
        { Uri = new UriBuilder(Link("LA").Uri) { Port = relay.Port }.Uri.ToString() };

    private void SkipWithoutServers()
    {
        sound.SkipWithoutServer();
        broker.SkipWithoutServer();
    }
}
