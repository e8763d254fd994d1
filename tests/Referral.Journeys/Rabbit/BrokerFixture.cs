using RabbitMQ.Client;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;
using Referral.Journeys.Servers;
using Referral.Network.Rabbit;
using Xunit;

namespace Referral.Journeys.Rabbit;

/// One broker with four letterboxes for all tests of this folder, a container or a private node: TestServers
/// decides. Where there is neither, the tests are skipped with the reason.
public sealed class BrokerFixture : IAsyncLifetime
{
    internal static readonly string[] Countries = ["LA", "TH", "CN", "VN"];

    private readonly string _folder = Directory.CreateTempSubdirectory("referral-broker-").FullName;
    private Chosen<IBroker> _broker = new(null);
    private LetterboxBook? _letterboxes;

    internal IBroker Server =>
        _broker.Server ?? throw new InvalidOperationException("No broker. Skip first.");

    internal RabbitMqAddresses Of(string country) => _letterboxes!.For(country);

    public async ValueTask InitializeAsync()
    {
        _broker = await TestServers.Broker(_folder);
        if (_broker.Server is { } server)
            _letterboxes = await DeclaredTopology.Declare(
                server.Management, server.Port, Countries, CancellationToken.None);
    }

    internal void SkipWithoutServer() => Assert.SkipWhen(_broker.Server is null, _broker.WhyNot);

    /// What neighbour `from` would use to write into the letterbox of `to`.
    internal Letterbox Link(string from, string to) => Of(from).Neighbours.Single(box => box.Country == to);

    internal static SealedPouch Pouch(string from, string to) => new()
    {
        PouchId = Guid.CreateVersion7().ToString(), From = from, To = to,
        Token = "not.a.real.token.only.a.test",
    };

    /// Writes as a neighbour would that has its own program: no user name in the message.
    internal async Task WriteUnnamed(Letterbox link, byte[] body, BasicProperties? properties = null)
    {
        var factory = new ConnectionFactory { Uri = new Uri(link.Uri) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(true, true, outstandingPublisherConfirmationsRateLimiter: null));
        await channel.BasicPublishAsync(
            link.Queue, "", true,
            properties ?? new BasicProperties { ContentType = "application/json" }, body);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker.Server is { } server)
            await server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneBroker : ICollectionFixture<BrokerFixture>
{
    public const string Name = "one broker";
}
