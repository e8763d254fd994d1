using System.Text;
using System.Text.Json;
using Referral.Network;
using Referral.Network.Processes;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Secrecy;

/// <summary>
/// Four processes and a real RabbitMQ: files of gateways and broker, names, headers and bodies on the broker,
/// and what the processes say and are called with.
/// </summary>
[Collection(Alone.Name)]
public sealed class When_a_marked_case_is_played_over_rabbitmq
{
    private const string Setting = "REFERRAL_RABBITMQ";

    [Fact]
    public async Task nothing_on_disk_on_the_broker_or_said_shows_the_person()
    {
        var server = RabbitNode.Find();
        Assert.SkipWhen(server.Script is null, server.Sentence);
        var folder = Directory.CreateTempSubdirectory("referral-secrecy-").FullName;
        var before = Environment.GetEnvironmentVariable(Setting);
        using var said = new Overheard();
        try
        {
            await using var node = await RabbitNode.Start(
                Path.Combine(folder, "broker"), Console.Error.WriteLine, CancellationToken.None);
            var letterboxes = Path.Combine(folder, "letterboxes.json");
            var book = await DeclaredTopology.Declare(
                node.Management, node.Port, Members.Codes, CancellationToken.None);
            book.Write(letterboxes);
            Environment.SetEnvironmentVariable(Setting, letterboxes);
            await Search(folder, node, said);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Setting, before);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Search(string folder, RabbitNode node, Overheard said)
    {
        var tap = new BrokerTap(node);
        var gateways = Path.Combine(folder, "gateways");
        MarkedPlay played;
        MarkSearch search;
        await using (var network = await ProcessNetwork.Start(gateways, new(), CancellationToken.None))
        {
            await tap.Open();
            played = await MarkedPlay.Run(network.Running);
            search = new MarkSearch(played.Marks).InFolder(folder);
            Processes(network, search);
            search.In("names on the broker", await tap.Names());
        }

        // The broker keeps what nobody has taken: the pouches lie in its own files now.
        search.InFolder(folder);
        var pouches = await tap.Take();
        foreach (var (properties, body) in pouches)
            search.In("headers", properties).In("body", body);
        search.In("output", said.Text);

        played.ShouldShowTheMarks();
        pouches.Count.ShouldBeGreaterThan(3);
        var token = JsonDocument.Parse(pouches[0].Body).RootElement.GetProperty("token").GetString()!;
        MarkSearch.Holds(Path.Combine(folder, "broker"), Encoding.ASCII.GetBytes(token)).ShouldBeTrue();
        MarkSearch.Holds(gateways, Encoding.UTF8.GetBytes(played.Host.Case.Referral)).ShouldBeTrue();
        // Nor may the referral's own number be seen by whoever keeps the broker.
        var number = new MarkSearch([played.Host.Case.Referral]).InFolder(Path.Combine(folder, "broker"));
        foreach (var (properties, body) in pouches)
            number.In("headers", properties).In("body", body);
        number.Found.ShouldBeEmpty();
        search.Found.ShouldBeEmpty();
    }

    private static void Processes(ProcessNetwork network, MarkSearch search)
    {
        foreach (var country in Members.Codes)
        {
            var about = $"/proc/{network.IdOf(country)}";
            foreach (var what in new[] { "cmdline", "environ" }.Where(name => File.Exists($"{about}/{name}")))
                search.In($"{what} of {country}", File.ReadAllBytes($"{about}/{what}"));
        }
    }
}
