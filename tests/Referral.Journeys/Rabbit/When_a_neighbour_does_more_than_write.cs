using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

[Collection(OneBroker.Name)]
[Trait("Servers", "either")]
public sealed class When_a_neighbour_does_more_than_write(BrokerFixture broker)
{
    private const ushort AccessRefused = 403;
    private const ushort PreconditionFailed = 406;
    private const ushort NotAllowed = 530;
    private const string Queue = RabbitTopology.Queue;

    private static readonly Dictionary<string, Func<IChannel, Task>> Attempts = new()
    {
        ["get"] = channel => channel.BasicGetAsync(Queue, autoAck: true),
        ["consume"] = channel => channel.BasicConsumeAsync(Queue, true, new DeafConsumer(channel)),
        ["purge"] = channel => channel.QueuePurgeAsync(Queue),
        ["delete the queue"] = channel => channel.QueueDeleteAsync(Queue),
        ["delete the exchange"] = channel => channel.ExchangeDeleteAsync(Queue),
        ["declare the queue"] = channel => channel.QueueDeclareAsync(Queue, true, false, false),
        ["declare a queue"] = channel => channel.QueueDeclareAsync("mine", true, false, false),
        ["declare an exchange"] = channel => channel.ExchangeDeclareAsync("mine", "fanout"),
        ["bind"] = channel => channel.QueueBindAsync(Queue, "amq.fanout", ""),
        ["read the undeliverable"] = channel => channel.BasicGetAsync(RabbitTopology.Undeliverable, true),
        ["write to the undeliverable"] = channel => Publish(channel, RabbitTopology.Undeliverable, "", null),
        ["write past the letterbox"] = channel => Publish(channel, "", Queue, null),
    };

    public static TheoryData<string> Names => [.. Attempts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task the_broker_refuses_to(string attempt)
    {
        broker.SkipWithoutServer();

        (await Refusal(Attempts[attempt])).ShouldBe(AccessRefused);
    }

    [Fact]
    public async Task the_broker_refuses_another_users_name()
    {
        broker.SkipWithoutServer();

        (await Refusal(channel => Publish(channel, Queue, "", "cn-to-la"))).ShouldBe(PreconditionFailed);
    }

    [Fact]
    public async Task a_letterbox_it_has_no_user_in_is_closed_to_it()
    {
        broker.SkipWithoutServer();
        var elsewhere = new UriBuilder(broker.Link("TH", "LA").Uri) { Path = RabbitTopology.VhostOf("VN") };
        var factory = new ConnectionFactory { Uri = elsewhere.Uri };

        // The client counts a connection as open before the broker has agreed to the vhost.
        var fault = await Should.ThrowAsync<OperationInterruptedException>(async () =>
        {
            await using var connection = await factory.CreateConnectionAsync();
            await connection.CreateChannelAsync();
        });

        fault.ShutdownReason!.ReplyCode.ShouldBe(NotAllowed);
    }

    [Fact]
    public async Task it_may_ask_how_many_pouches_wait_and_no_more()
    {
        broker.SkipWithoutServer();
        var factory = new ConnectionFactory { Uri = new Uri(broker.Link("TH", "LA").Uri) };
        await using var connection = await factory.CreateConnectionAsync(
            TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            cancellationToken: TestContext.Current.CancellationToken);

        // RabbitMQ checks no right here: a number of sealed pouches is all a neighbour can learn.
        var counted = await channel.QueueDeclarePassiveAsync(Queue, TestContext.Current.CancellationToken);

        counted.QueueName.ShouldBe(Queue);
    }

    private async Task<ushort?> Refusal(Func<IChannel, Task> attempt)
    {
        var factory = new ConnectionFactory { Uri = new Uri(broker.Link("TH", "LA").Uri) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null));
        var fault = await Record.ExceptionAsync(() => attempt(channel).WaitAsync(ReceivingGateway.Patience));
        return fault switch
        {
            OperationInterruptedException interrupted => interrupted.ShutdownReason?.ReplyCode,
            PublishException { InnerException: OperationInterruptedException inner } =>
                inner.ShutdownReason?.ReplyCode,
            _ => throw new InvalidOperationException("Neither refused nor done as expected.", fault),
        };
    }

    private static Task Publish(IChannel channel, string exchange, string key, string? user)
    {
        var properties = new BasicProperties { UserId = user };
        return channel.BasicPublishAsync(exchange, key, true, properties, new byte[] { 1 }).AsTask();
    }

    private sealed class DeafConsumer(IChannel channel) : AsyncDefaultBasicConsumer(channel);
}
