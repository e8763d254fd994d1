using System.Security.Cryptography;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;
using Referral.Network.Rabbit;

namespace Referral.Journeys.Walls;

/// <summary>
/// A letterbox in a vhost of the test's own, to which one country's address of another leads. The broker
/// takes the pouches and confirms them as any other would; the test reads them.
/// </summary>
internal sealed class HeldLetterbox : IAsyncDisposable
{
    private const string Name = RabbitTopology.Queue;

    private readonly IConnection _connection;

    private HeldLetterbox(IConnection connection, string user, string password, string vhost) =>
        (_connection, User, Password, Vhost) = (connection, user, password, vhost);

    private string User { get; }

    private string Password { get; }

    private string Vhost { get; }

    public static async Task<HeldLetterbox> Open(
        RabbitNode node, string sender, string receiver, Action<SealedPouch> take)
    {
        var vhost = $"walls-{sender.ToLowerInvariant()}-{receiver.ToLowerInvariant()}";
        var password = RandomNumberGenerator.GetHexString(40, lowercase: true);
        await Declare(node, vhost, vhost, password);
        var connection = await Administer(node, vhost);
        var channel = await connection.CreateChannelAsync();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, arrived) =>
        {
            take(JsonSerializer.Deserialize<SealedPouch>(arrived.Body.Span, JsonSerializerOptions.Web)!);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(Name, autoAck: true, consumer);
        return new(connection, vhost, password, vhost);
    }

    /// <summary>A connection of the broker's administrator.</summary>
    public static async Task<IConnection> Administer(RabbitNode node, string vhost)
    {
        var administrator = node.Management.UserInfo.Split(':');
        return await new ConnectionFactory
        {
            HostName = "127.0.0.1", Port = node.Port, VirtualHost = vhost,
            UserName = administrator[0], Password = administrator[1],
        }.CreateConnectionAsync();
    }

    /// <summary>The address that stands in the sender's settings in place of the receiver's.</summary>
    public Letterbox AddressOf(string receiver, int port) =>
        new(receiver, $"amqp://{User}:{Password}@127.0.0.1:{port}/{Vhost}", Name);

    public async ValueTask DisposeAsync()
    {
        await _connection.AbortAsync();
        await _connection.DisposeAsync();
    }

    private static async Task Declare(RabbitNode node, string vhost, string user, string password)
    {
        var none = CancellationToken.None;
        using var rabbit = new RabbitManagement(node.Management);
        await rabbit.Put(["vhosts", vhost], new { }, none);
        await rabbit.Put(["permissions", vhost, rabbit.Administrator],
            new { configure = ".*", write = ".*", read = ".*" }, none);
        await rabbit.Put(["exchanges", vhost, Name], new { type = "fanout", durable = true }, none);
        await rabbit.Put(["queues", vhost, Name], new
        {
            durable = true, arguments = new Dictionary<string, object> { ["x-queue-type"] = "quorum" },
        }, none);
        await rabbit.Post(["bindings", vhost, "e", Name, "q", Name], new { }, none);
        await rabbit.Put(["users", user], new { password, tags = "" }, none);
        await rabbit.Put(["permissions", vhost, user],
            new { configure = "^$", write = $"^{Name}$", read = "^$" }, none);
    }
}
