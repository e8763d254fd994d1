using System.Net;
using System.Net.Sockets;
using MassTransit;
using RabbitMQ.Client;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

[Collection(OneBroker.Name)]
[Trait("Servers", "either")]
public sealed class When_the_broker_or_a_receiver_fails(BrokerFixture broker)
{
    [Fact]
    public async Task a_missing_letterbox_is_a_fault_until_it_is_declared()
    {
        broker.SkipWithoutServer();
        using var management = new RabbitManagement(broker.Server.Management);
        string[] exchange = ["exchanges", RabbitTopology.VhostOf("VN"), RabbitTopology.Queue];
        await management.Delete(exchange, CancellationToken.None);
        await using var laos = new RabbitMqCarrier(broker.Of("LA"));
        var pouch = BrokerFixture.Pouch("LA", "VN");

        await Should.ThrowAsync<CarrierFault>(laos.Send(pouch, CancellationToken.None));
        await management.Put(exchange, new { type = "fanout", durable = true }, CancellationToken.None);
        await Should.ThrowAsync<CarrierFault>(laos.Send(pouch, CancellationToken.None),
            "no queue behind it yet");
        string[] binding = ["bindings", RabbitTopology.VhostOf("VN"), "e", "letterbox", "q", "letterbox"];
        await management.Post(binding, new { }, CancellationToken.None);
        await laos.Send(pouch, CancellationToken.None);

        await using var vietnam = await ReceivingGateway.Start(broker.Of("VN"));
        (await vietnam.Next()).Pouch.ShouldBe(pouch);
    }

    [Fact]
    public async Task a_dead_neighbour_does_not_hold_the_others()
    {
        broker.SkipWithoutServer();
        var addresses = broker.Of("TH");
        // A port where somebody answers the call and then says nothing.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var dead = new UriBuilder(addresses.Neighbours.Single(n => n.Country == "CN").Uri)
            { Port = ((IPEndPoint)silent.LocalEndpoint).Port }.Uri.ToString();
        await using var thailand = new RabbitMqCarrier(addresses with
        {
            Neighbours = [.. addresses.Neighbours.Select(n => n.Country == "CN" ? n with { Uri = dead } : n)],
        }, TimeSpan.FromSeconds(10));
        await using var laos = await ReceivingGateway.Start(broker.Of("LA"));

        var stuck = thailand.Send(BrokerFixture.Pouch("TH", "CN"), CancellationToken.None);
        await thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None);
        await laos.Next();

        stuck.IsCompleted.ShouldBeFalse();
        await Should.ThrowAsync<CarrierFault>(stuck);
    }

    [Fact]
    public async Task a_fault_of_the_receiver_keeps_the_pouch_until_it_is_taken()
    {
        broker.SkipWithoutServer();
        await using var china = await ReceivingGateway.Start(broker.Of("CN"), faults: 4);
        await using var laos = new RabbitMqCarrier(broker.Of("LA"));
        var pouch = BrokerFixture.Pouch("LA", "CN");

        await laos.Send(pouch, CancellationToken.None);

        (await china.Next()).Pouch.ShouldBe(pouch);
        china.Tries.ShouldBe(5);
    }

    [Fact]
    public async Task a_receiver_that_stops_in_a_fault_leaves_the_pouch_to_the_next()
    {
        broker.SkipWithoutServer();
        await using var laos = new RabbitMqCarrier(broker.Of("LA"));
        var pouch = BrokerFixture.Pouch("LA", "CN");
        await using (var failing = await ReceivingGateway.Start(broker.Of("CN"), faults: int.MaxValue))
        {
            await laos.Send(pouch, CancellationToken.None);
            while (failing.Tries == 0)
                await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await using var china = await ReceivingGateway.Start(broker.Of("CN"));
        (await china.Next()).Pouch.ShouldBe(pouch);
    }

    [Fact]
    public async Task what_is_no_pouch_is_put_aside_and_the_next_pouch_arrives()
    {
        broker.SkipWithoutServer();
        await using var china = await ReceivingGateway.Start(broker.Of("CN"));
        await Rubbish(broker.Link("LA", "CN"));
        await using var laos = new RabbitMqCarrier(broker.Of("LA"));

        await laos.Send(BrokerFixture.Pouch("LA", "CN"), CancellationToken.None);

        (await china.Next()).Sender.ShouldBe("LA");
        (await PutAside("CN")).ShouldBe(3u);
    }

    [Fact]
    public async Task after_kill_9_of_the_broker_carrier_and_receiver_work_again()
    {
        broker.SkipWithoutServer();
        await using var laos = await ReceivingGateway.Start(broker.Of("LA"));
        await using var thailand = new RabbitMqCarrier(broker.Of("TH"));
        var before = BrokerFixture.Pouch("TH", "LA");
        await thailand.Send(before, CancellationToken.None);
        await laos.Next(before.PouchId);
        var waiting = BrokerFixture.Pouch("TH", "VN");
        await thailand.Send(waiting, CancellationToken.None);

        await broker.Server.Kill();
        await Should.ThrowAsync<CarrierFault>(
            thailand.Send(BrokerFixture.Pouch("TH", "LA"), CancellationToken.None));
        await using var viet = await ReceivingGateway.Start(broker.Of("VN"));
        await broker.Server.Start(CancellationToken.None);

        var after = BrokerFixture.Pouch("TH", "LA");
        await SendAtLast(thailand, after);
        (await laos.Next(after.PouchId)).Sender.ShouldBe("TH");
        laos.Health().ShouldBe(BusHealthStatus.Healthy);
        (await viet.Next(waiting.PouchId)).Pouch.ShouldBe(waiting, "a confirmed pouch survives the broker");
    }

    // As the outbox does: a pouch that was not taken stays due.
    private static async Task SendAtLast(RabbitMqCarrier carrier, SealedPouch pouch)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await carrier.Send(pouch, CancellationToken.None);
                return;
            }
            catch (CarrierFault) when (tries < 20)
            {
                await Task.Delay(500);
            }
        }
    }

    private async Task Rubbish(Letterbox link)
    {
        var asksForAnAnswer = new BasicProperties
        {
            ContentType = "application/json",
            Headers = new Dictionary<string, object?> { ["MT-Fault-Address"] = "exchange:letterbox" },
        };
        var unknownKind = new BasicProperties { ContentType = "application/vnd.masstransit+json" };
        await broker.WriteUnnamed(link, "no json"u8.ToArray(), new BasicProperties());
        await broker.WriteUnnamed(link, "{}"u8.ToArray(), asksForAnAnswer);
        await broker.WriteUnnamed(link, """{"message":{}}"""u8.ToArray(), unknownKind);
    }

    private async Task<uint> PutAside(string country)
    {
        var address = new UriBuilder(broker.Server.Management)
            { Scheme = "amqp", Port = broker.Server.Port, Path = RabbitTopology.VhostOf(country) }.Uri;
        await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        for (var tries = 0; ; tries++)
        {
            var count = await channel.MessageCountAsync(RabbitTopology.Undeliverable);
            if (count >= 3 || tries > 100)
                return count;
            await Task.Delay(200);
        }
    }
}
