using Referral.Network.Rabbit;
using Xunit;

namespace Referral.Journeys.Rabbit;

/// A private node on the settings of deploy/rabbitmq that starts with its letterboxes.
public sealed class PredeclaredBroker : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-broker-").FullName;
    private RabbitNode? _node;

    internal RabbitNode Node => _node ?? throw new InvalidOperationException("No broker. Skip first.");

    internal LetterboxBook Book { get; private set; } = new([]);

    public async ValueTask InitializeAsync()
    {
        if (RabbitNode.Find().Script is null) return;
        var wanted = RabbitTopology.Plan(BrokerFixture.Countries, "amqp://127.0.0.1");
        _node = await RabbitNode.Start(_folder, new NodeWishes { Predeclared = wanted },
            Console.Error.WriteLine, CancellationToken.None);
        Book = new([.. wanted.Letterboxes.Select(box => box with
        {
            Address = box.Address.Replace("127.0.0.1", $"127.0.0.1:{_node.Port}"),
        })]);
    }

    internal void SkipWithoutServer() => Assert.SkipWhen(_node is null, RabbitNode.Find().Sentence);

    public async ValueTask DisposeAsync()
    {
        if (_node is not null) await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
