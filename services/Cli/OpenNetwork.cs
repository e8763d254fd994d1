using Referral.Gateway.Border.Carriers;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.Network.Processes;

namespace Referral.Cli;

/// <summary>A network that runs until this is disposed, on either carrier.</summary>
internal sealed class OpenNetwork : IAsyncDisposable
{
    private readonly IAsyncDisposable _network;

    private OpenNetwork(RunningNetwork running, IAsyncDisposable network) =>
        (Running, _network) = (running, network);

    public RunningNetwork Running { get; }

    public static async Task<OpenNetwork> Start(string carrier, string folder, NetworkSettings settings,
        Func<string, ICarrier, ICarrier>? wrap, CancellationToken cancellation)
    {
        if (carrier == CarrierChoice.RabbitMq)
        {
            var processes = await ProcessNetwork.Start(folder, settings, cancellation);
            return new(processes.Running, processes);
        }
        var embedded = await EmbeddedNetwork.Start(folder, settings, wrap);
        return new(embedded.Running, embedded);
    }

    public ValueTask DisposeAsync() => _network.DisposeAsync();
}
