using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using Referral.Contracts;
using Referral.Gateway;
using Referral.Gateway.Border;
using Referral.Gateway.Border.Carriers;
using Referral.Journeys.Walls;
using Referral.Network;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

/// Laos's whole gateway on a real broker, with what the broker gives up delivering to it.
[Collection(OneBroker.Name)]
[Trait("Servers", "either")]
public sealed class When_a_message_cannot_be_delivered(BrokerFixture broker) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-undeliverable-").FullName;

    public ValueTask InitializeAsync()
    {
        Founding.Found(_folder, Members.All, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task a_pouch_that_ends_its_reader_each_time_is_kept_entered_and_answered()
    {
        broker.SkipWithoutServer();
        var pouch = BrokerFixture.Pouch("TH", "LA");
        await using (var thailand = new RabbitMqCarrier(broker.Of("TH")))
            await thailand.Send(pouch, CancellationToken.None);
        // To the broker this is what a process is that ends at each delivery: its line is cut, nothing
        // acknowledged.
        for (var deliveries = 0; deliveries <= RabbitTopology.DeliveriesMax; deliveries++)
            await TakeAndEnd();

        await using var laos = await Start();

        var entry = await Entry(Sha256(pouch.Token));
        entry.Says("sender", "TH").ShouldBeTrue();
        entry.Says("reason", "delivery_limit").ShouldBeTrue();
        entry.Says("kept", "yes").ShouldBeTrue();
        var kept = Kept(entry.Values["body_sha256"]);
        JsonSerializer.Deserialize<SealedPouch>(kept, JsonSerializerOptions.Web).ShouldBe(pouch);
        Tables.Of(_folder, "LA").Journal
            .ShouldContain(one => one.Kind == "receipt-sent" && one.Says("to", "TH"));
    }

    [Fact]
    public async Task what_is_no_pouch_is_kept_and_entered_and_the_next_message_is_taken()
    {
        broker.SkipWithoutServer();
        var (first, second) = ("no pouch, a first"u8.ToArray(), "no pouch, a second"u8.ToArray());
        await using var laos = await Start();

        await broker.WriteUnnamed(broker.Link("CN", "LA"), first);
        await broker.WriteUnnamed(broker.Link("CN", "LA"), second);

        foreach (var body in new[] { first, second })
        {
            var entry = await Entry(Convert.ToHexStringLower(SHA256.HashData(body)), "body_sha256");
            entry.Says("sender", "").ShouldBeTrue("it bore no name, so nobody is answered");
            entry.Says("token_sha256", "").ShouldBeTrue();
            Kept(entry.Values["body_sha256"]).ShouldBe(body);
        }
        Tables.Of(_folder, "LA").Journal
            .ShouldNotContain(one => one.Kind == "receipt-sent" && one.Says("to", "CN"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task<GatewayHost> Start() => GatewayHost.Start(Members.Of("LA"), new GatewaySettings
    {
        DataFolder = Members.DataFolder(_folder, "LA"),
        PracticeTokens = true,
        Rabbit = broker.Of("LA"),
    }, null, logging => logging.SetMinimumLevel(LogLevel.None));

    private async Task TakeAndEnd()
    {
        var factory = new ConnectionFactory { Uri = new Uri(broker.Of("LA").Own.Uri) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        // After the last delivery there is nothing more to take; before it, the broker may need a moment.
        for (var looks = 0; looks < 40; looks++)
        {
            if (await channel.BasicGetAsync(RabbitTopology.Queue, autoAck: false) is not null) break;
            if (await channel.MessageCountAsync(RabbitTopology.Undeliverable) > 0) break;
            await Task.Delay(50);
        }
        await connection.AbortAsync();
    }

    private async Task<Entry> Entry(string hash, string name = "token_sha256")
    {
        for (var looks = 0; looks < 600; looks++)
        {
            var found = Tables.Of(_folder, "LA").Journal
                .FirstOrDefault(one => one.Kind == "pouch-undeliverable" && one.Says(name, hash));
            if (found is not null) return found;
            await Task.Delay(100);
        }
        throw new TimeoutException("No entry of what could not be delivered.");
    }

    private byte[] Kept(string hash) =>
        Tables.Of(_folder, "LA").Undeliverable.Single(row => row.Text("body_sha256") == hash).Bytes("body");

    private static string Sha256(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
