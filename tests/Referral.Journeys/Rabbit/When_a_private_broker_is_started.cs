using System.Diagnostics;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Rabbit;

public sealed class When_a_private_broker_is_started
{
    [Fact]
    public async Task its_folder_is_closed_to_a_second_process()
    {
        SkipWithoutServer();
        var folder = Directory.CreateTempSubdirectory("referral-broker-").FullName;
        using (new NodeFolder(folder))
        {
            var fault = await Should.ThrowAsync<RabbitFault>(
                RabbitNode.Start(folder, _ => { }, CancellationToken.None));

            fault.Code.ShouldBe("REF-3108");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task it_ends_when_it_is_disposed_and_its_folder_can_be_used_again()
    {
        SkipWithoutServer();
        var folder = Directory.CreateTempSubdirectory("referral-broker-").FullName;
        var lines = new List<string>();
        var node = await RabbitNode.Start(folder, lines.Add, CancellationToken.None);
        var first = node.BrokerId ?? throw new InvalidOperationException("It runs without an id.");
        await DeclaredTopology.Declare(node.Management, node.Port, ["XA", "XB"], CancellationToken.None);
        await node.DisposeAsync();
        IsAlive(first).ShouldBeFalse();

        await using (var again = await RabbitNode.Start(folder, lines.Add, CancellationToken.None))
            await DeclaredTopology.Declare(
                again.Management, again.Port, ["XA", "XB"], CancellationToken.None);

        lines.Count.ShouldBe(4);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void it_says_where_a_server_is_or_how_to_get_one()
    {
        var server = RabbitNode.Find();

        server.Sentence.ShouldContain(server.Script ?? "apt-get install rabbitmq-server");
    }

    private static void SkipWithoutServer()
    {
        var server = RabbitNode.Find();
        Assert.SkipWhen(server.Script is null, server.Sentence);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
