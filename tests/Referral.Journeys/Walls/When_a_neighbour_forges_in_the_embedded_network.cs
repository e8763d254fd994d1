using Xunit;

namespace Referral.Journeys.Walls;

[Collection(OneStory.Name)]
public sealed class When_a_neighbour_forges_in_the_embedded_network(EmbeddedWalls walls)
    : Walls, IClassFixture<EmbeddedWalls>
{
    private protected override WallStory Story => walls.Story;
}

/// <summary>The story on the embedded network, played once for all its tests.</summary>
public sealed class EmbeddedWalls : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-walls-").FullName;
    private EmbeddedInHand? _network;

    internal WallStory Story { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _network = await EmbeddedInHand.Start(_folder);
        Story = new(_folder, _network);
        await Story.Play();
    }

    public async ValueTask DisposeAsync()
    {
        if (_network is not null) await _network.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
