using Referral.Network.Rabbit;

namespace Referral.Journeys.Servers;

/// <summary>The broker as a private node of the installed package.</summary>
internal sealed class NodeBroker(RabbitNode node) : IBroker
{
    public Uri Management => node.Management;

    public int Port => node.Port;

    public static async Task<IBroker> Run(string folder) =>
        new NodeBroker(await RabbitNode.Start(folder, Console.Error.WriteLine, CancellationToken.None));

    public Task Kill() => node.Kill();

    public Task Start(CancellationToken cancellation) => node.Start(cancellation);

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
