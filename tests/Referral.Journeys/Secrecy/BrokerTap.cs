using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using Referral.Network;
using Referral.Network.Rabbit;

namespace Referral.Journeys.Secrecy;

/// <summary>
/// A second queue behind each letterbox: what is published there comes here too, with its headers.
/// </summary>
internal sealed class BrokerTap(RabbitNode node)
{
    private const string Queue = "tap";

    public async Task Open()
    {
        using var management = new RabbitManagement(node.Management);
        foreach (var vhost in Vhosts)
        {
            await management.Put(["queues", vhost, Queue], new { durable = true }, CancellationToken.None);
            await management.Post(["bindings", vhost, "e", RabbitTopology.Queue, "q", Queue],
                new { routing_key = "" }, CancellationToken.None);
        }
    }

    /// <summary>Takes all that came: properties with headers as text, and the body.</summary>
    public async Task<IReadOnlyList<(string Properties, byte[] Body)>> Take()
    {
        var taken = new List<(string, byte[])>();
        foreach (var vhost in Vhosts)
        {
            var user = node.Management.UserInfo.Split(':');
            var factory = new ConnectionFactory
            {
                HostName = "127.0.0.1", Port = node.Port, VirtualHost = vhost, UserName = user[0],
                    Password = user[1],
            };
            await using var connection = await factory.CreateConnectionAsync();
            await using var channel = await connection.CreateChannelAsync();
            while (await channel.BasicGetAsync(Queue, autoAck: true) is { } message)
                taken.Add((Words(message), message.Body.ToArray()));
        }
        return taken;
    }

    /// <summary>
    /// All that the broker can say of itself: names of queues, exchanges, bindings, users, lines.
    /// </summary>
    public async Task<string> Names()
    {
        using var management = new RabbitManagement(node.Management);
        var words = new StringBuilder();
        foreach (var what in (string[])["definitions", "queues", "exchanges", "bindings", "connections"])
            words.Append(await management.Get<JsonElement>([what], CancellationToken.None));
        return words.ToString();
    }

    private static IEnumerable<string> Vhosts => Members.Codes.Select(RabbitTopology.VhostOf);

    private static string Words(BasicGetResult message)
    {
        var told = message.BasicProperties;
        var headers = told.Headers?.Select(one => $"{one.Key}={Word(one.Value)}") ?? [];
        return string.Join('\n', (string?[])
        [
            message.Exchange, message.RoutingKey, told.AppId, told.ClusterId, told.ContentEncoding,
            told.ContentType,
            told.CorrelationId, told.MessageId, told.ReplyTo, told.Type, told.UserId, .. headers,
        ]);
    }

    private static string? Word(object? value) =>
        value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : JsonSerializer.Serialize(value);
}
