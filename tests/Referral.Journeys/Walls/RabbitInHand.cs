using Referral.Contracts;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Referral.Network;
using Referral.Network.Processes;
using Referral.Network.Rabbit;

namespace Referral.Journeys.Walls;

/// <summary>
/// Four gateway processes and a private broker. Thailand's address of Laos, and Laos's of Thailand, lead to
/// vhosts of the test; Laos empties its letterbox through a relay that can hold its acknowledgements.
/// </summary>
internal sealed class RabbitInHand : INetworkInHand
{
    private readonly RabbitNode _node;
    private readonly LetterboxBook _book;
    private readonly Relay _confirms;
    private readonly Relay _acknowledgements;
    private readonly List<HeldLetterbox> _held = [];
    private readonly IReadOnlyList<GatewayProcess> _gateways;

    private RabbitInHand(
        RabbitNode node, LetterboxBook book, string folder, HeldPouches held, HeldLetterbox[] lines)
    {
        (_node, _book, Held) = (node, book, held);
        (_confirms, _acknowledgements) = (new(node.Port), new(node.Port));
        _held.AddRange(lines);
        var ports = FreePorts.Take(2 * Members.All.Count);
        _gateways = [.. Members.All.Select((country, index) => new GatewayProcess(country, new GatewaySettings
        {
            DataFolder = Members.DataFolder(folder, country.Code),
            GrpcPort = ports[2 * index], PagesPort = ports[2 * index + 1],
            PracticeTokens = true, CheckpointSeconds = 1,
            // Longer than the story: nothing goes by itself that the test did not ask for.
            ResendSeconds = 180,
            Rabbit = Addresses(country.Code),
        }))];
        Running = new(folder, [.. _gateways.Select(one => one.Running)]);
    }

    public RunningNetwork Running { get; }

    public HeldPouches Held { get; }

    public static async Task<RabbitInHand> Start(string folder)
    {
        Founding.Found(folder, Members.All, TimeProvider.System);
        var node = await RabbitNode.Start(
            Path.Combine(folder, "rabbitmq"), Console.Error.WriteLine, CancellationToken.None);
        var book = await DeclaredTopology.Declare(
            node.Management, node.Port, Members.Codes, CancellationToken.None);
        var held = new HeldPouches(folder);
        var network = new RabbitInHand(node, book, folder, held,
        [
            await HeldLetterbox.Open(node, WallCase.Host, WallCase.Origin, held.Add),
            await HeldLetterbox.Open(node, WallCase.Origin, WallCase.Host, held.Add),
        ]);
        await Task.WhenAll(network._gateways.Select(one => one.Start(CancellationToken.None)));
        return network;
    }

    public async Task Put(SealedPouch pouch, string into, string user)
    {
        // The product's own publisher; its address book is made to lead where the test wants the pouch.
        var real = _book.For(user);
        var box = real.Neighbours.Single(one => one.Country == into) with { Country = pouch.To };
        await using var carrier = new RabbitMqCarrier(real with { Neighbours = [box] });
        await carrier.Send(pouch, CancellationToken.None);
    }

    public async Task PutAndKill(SealedPouch pouch, string user, Func<Task> committed)
    {
        var laos = _gateways.Single(one => one.Country.Code == WallCase.Origin);
        _acknowledgements.ToBroker.Set(false);
        await Put(pouch, WallCase.Origin, user);
        await committed();
        await laos.Kill();
        _acknowledgements.Cut();
        await StandsInTheLetterbox();
        await laos.Start(CancellationToken.None);
    }

    public void Confirm(bool confirm) => _confirms.FromBroker.Set(confirm);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_gateways.Select(one => one.DisposeAsync().AsTask()));
        foreach (var one in _held) await one.DisposeAsync();
        await _confirms.DisposeAsync();
        await _acknowledgements.DisposeAsync();
        await _node.DisposeAsync();
    }

    // The broker has it again, so no acknowledgement had come: what Laos is given next is its second
    // delivery.
    private async Task StandsInTheLetterbox()
    {
        await using var connection = await HeldLetterbox.Administer(
            _node, RabbitTopology.VhostOf(WallCase.Origin));
        await using var channel = await connection.CreateChannelAsync();
        uint waiting = 0;
        for (var looks = 0; waiting == 0 && looks < 200; looks++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            waiting = (await channel.QueueDeclarePassiveAsync(RabbitTopology.Queue)).MessageCount;
        }
        if (waiting == 0) throw new InvalidOperationException("The pouch was acknowledged before the kill.");
    }

    private RabbitMqAddresses Addresses(string country)
    {
        var real = _book.For(country);
        return country switch
        {
            WallCase.Host => real with { Neighbours = Led(real, WallCase.Origin, _held[0], _confirms.Port) },
            WallCase.Origin => real with
            {
                Own = real.Own with { Uri = Through(real.Own.Uri, _acknowledgements.Port) },
                Neighbours = Led(real, WallCase.Host, _held[1], _node.Port),
            },
            _ => real,
        };
    }

    private static IReadOnlyList<Letterbox> Led(
        RabbitMqAddresses real, string to, HeldLetterbox held, int port) =>
        [.. real.Neighbours.Select(one => one.Country == to ? held.AddressOf(to, port) : one)];

    private static string Through(string address, int port) =>
        new UriBuilder(address) { Port = port }.Uri.ToString();
}
