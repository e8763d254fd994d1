using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Referral.Gateway.Border.Carriers;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

/// A private node on the settings of deploy/rabbitmq, which reads the file of definitions and is told nothing
/// else.
public sealed class When_a_broker_starts_from_its_definitions(PredeclaredBroker broker)
    : IClassFixture<PredeclaredBroker>
{
    private static readonly string[] Countries = BrokerFixture.Countries;

    [Fact]
    public async Task every_pair_can_write_and_every_owner_reads()
    {
        broker.SkipWithoutServer();
        foreach (var to in Countries)
        {
            await using var owner = await ReceivingGateway.Start(broker.Book.For(to));
            foreach (var from in Countries.Where(country => country != to))
            {
                await using var carrier = new RabbitMqCarrier(broker.Book.For(from));
                var pouch = BrokerFixture.Pouch(from, to);

                await carrier.Send(pouch, CancellationToken.None);

                (await owner.Next()).ShouldBe(new Arrived(pouch, from));
            }
        }
    }

    [Theory]
    [InlineData("read it", 403)]
    [InlineData("remove it", 403)]
    [InlineData("read the undeliverable", 403)]
    [InlineData("make a queue", 403)]
    [InlineData("write past it", 403)]
    [InlineData("write a larger message than a pouch", 406)]
    public async Task a_neighbour_may_not(string attempt, ushort refusal)
    {
        broker.SkipWithoutServer();
        var link = broker.Book.For("TH").Neighbours.Single(box => box.Country == "LA");
        var options = new CreateChannelOptions(
            true, true, outstandingPublisherConfirmationsRateLimiter: null);
        var factory = new ConnectionFactory { Uri = new Uri(link.Uri) };
        await using var connection = await factory.CreateConnectionAsync(
            TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            options, TestContext.Current.CancellationToken);

        var fault = await Record.ExceptionAsync(() => Try(attempt, channel));

        var interrupted = fault as OperationInterruptedException
            ?? fault?.InnerException as OperationInterruptedException;
        interrupted.ShouldNotBeNull($"{fault}").ShutdownReason!.ReplyCode.ShouldBe(refusal);
    }

    [Fact]
    public async Task what_waits_is_there_after_the_next_start()
    {
        broker.SkipWithoutServer();
        await using var vietnam = new RabbitMqCarrier(broker.Book.For("VN"));
        var pouch = BrokerFixture.Pouch("VN", "CN");
        await vietnam.Send(pouch, CancellationToken.None);

        await broker.Node.Stop();
        await broker.Node.Start(CancellationToken.None);

        await using var china = await ReceivingGateway.Start(broker.Book.For("CN"));
        (await china.Next()).Pouch.ShouldBe(pouch);
    }

    private static Task Try(string attempt, IChannel channel) => attempt switch
    {
        "read it" => channel.BasicGetAsync(RabbitTopology.Queue, true),
        "remove it" => channel.QueueDeleteAsync(RabbitTopology.Queue),
        "read the undeliverable" => channel.BasicGetAsync(RabbitTopology.Undeliverable, true),
        "make a queue" => channel.QueueDeclareAsync("mine", true, false, false),
        "write past it" => channel.BasicPublishAsync("", RabbitTopology.Queue, true, new byte[1]).AsTask(),
        _ => channel.BasicPublishAsync(RabbitTopology.Queue, "", true, new byte[6 << 20]).AsTask(),
    };
}
