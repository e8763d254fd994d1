using System.Text.Json;
using Referral.Gateway.Border.Carriers;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

[Collection(OneBroker.Name)]
[Trait("Servers", "either")]
public sealed class When_a_pouch_crosses_on_rabbitmq(BrokerFixture broker)
{
    [Fact]
    public async Task it_arrives_with_the_sender_the_broker_verified()
    {
        broker.SkipWithoutServer();
        await using var laos = await ReceivingGateway.Start(broker.Of("LA"));
        await using var thailand = new RabbitMqCarrier(broker.Of("TH"));
        var pouch = BrokerFixture.Pouch("TH", "LA");

        await thailand.Send(pouch, CancellationToken.None);

        var arrived = await laos.Next();
        arrived.Pouch.ShouldBe(pouch);
        arrived.Sender.ShouldBe("TH");
    }

    [Fact]
    public async Task many_pouches_of_three_neighbours_arrive_each_with_its_own_sender()
    {
        broker.SkipWithoutServer();
        await using var laos = await ReceivingGateway.Start(broker.Of("LA"));
        string[] neighbours = ["TH", "CN", "VN"];

        await Task.WhenAll(neighbours.Select(async from =>
        {
            await using var carrier = new RabbitMqCarrier(broker.Of(from));
            await Task.WhenAll(Enumerable.Range(0, 40)
                .Select(_ => carrier.Send(BrokerFixture.Pouch(from, "LA"), CancellationToken.None)));
        }));

        for (var count = 0; count < 120; count++)
        {
            var arrived = await laos.Next();
            arrived.Sender.ShouldBe(arrived.Pouch.From);
        }
    }

    [Fact]
    public async Task a_writer_who_gives_no_name_is_nobody()
    {
        broker.SkipWithoutServer();
        await using var laos = await ReceivingGateway.Start(broker.Of("LA"));
        var pouch = BrokerFixture.Pouch("TH", "LA");

        await broker.WriteUnnamed(broker.Link("TH", "LA"), JsonSerializer.SerializeToUtf8Bytes(pouch));

        var arrived = await laos.Next();
        arrived.Pouch.ShouldBe(pouch);
        arrived.Sender.ShouldBeNull();
    }

    [Fact]
    public async Task it_waits_in_the_letterbox_while_the_receiver_is_away()
    {
        broker.SkipWithoutServer();
        await using var vietnam = new RabbitMqCarrier(broker.Of("VN"));
        var pouch = BrokerFixture.Pouch("VN", "CN");

        await vietnam.Send(pouch, CancellationToken.None);

        await using var china = await ReceivingGateway.Start(broker.Of("CN"));
        (await china.Next()).Pouch.ShouldBe(pouch);
    }

    [Fact]
    public async Task a_country_without_an_address_is_a_fault_of_the_carrier()
    {
        broker.SkipWithoutServer();
        await using var thailand = new RabbitMqCarrier(broker.Of("TH"));

        await Should.ThrowAsync<CarrierFault>(
            thailand.Send(BrokerFixture.Pouch("TH", "XX"), CancellationToken.None));
    }
}
