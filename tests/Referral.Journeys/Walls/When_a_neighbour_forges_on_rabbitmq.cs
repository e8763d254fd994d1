using Referral.Network.Rabbit;
using Xunit;

namespace Referral.Journeys.Walls;

[Collection(OneStory.Name)]
public sealed class When_a_neighbour_forges_on_rabbitmq(RabbitWalls walls) : Walls, IClassFixture<RabbitWalls>
{
    private protected override WallStory Story
    {
        get
        {
            var server = RabbitNode.Find();
            Assert.SkipWhen(server.Script is null, server.Sentence);
            return walls.Story;
        }
    }
}

/// <summary>
/// The story on a private broker, played once for all its tests. Without a server they are skipped.
/// </summary>
public sealed class RabbitWalls : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-walls-").FullName;
    private RabbitInHand? _network;

    internal WallStory Story { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (RabbitNode.Find().Script is null) return;
        _network = await RabbitInHand.Start(_folder);
        Story = new(_folder, _network);
        await Story.Play();
    }

    public async ValueTask DisposeAsync()
    {
        if (_network is not null) await _network.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
