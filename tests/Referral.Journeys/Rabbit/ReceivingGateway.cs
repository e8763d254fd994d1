using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;

namespace Referral.Journeys.Rabbit;

internal sealed record Arrived(SealedPouch Pouch, string? Sender);

/// The receiving half of a gateway: the product's consumer, and a shelf where a test finds what arrived.
internal sealed class ReceivingGateway : IArrivals, IAsyncDisposable
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Channel<Arrived> _shelf = Channel.CreateUnbounded<Arrived>();
    private IHost? _host;
    private int _faultsLeft;
    private int _tries;

    public int Tries => Volatile.Read(ref _tries);

    public static async Task<ReceivingGateway> Start(RabbitMqAddresses addresses, int faults = 0)
    {
        var gateway = new ReceivingGateway { _faultsLeft = faults };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IArrivals>(gateway).AddRabbitMqArrivals(addresses);
        gateway._host = builder.Build();
        await gateway._host.StartAsync();
        return gateway;
    }

    public Task Receive(SealedPouch pouch, string? sender, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _tries);
        if (Interlocked.Decrement(ref _faultsLeft) >= 0)
            throw new IOException("The disk of this test is full.");
        return _shelf.Writer.WriteAsync(new Arrived(pouch, sender), CancellationToken.None).AsTask();
    }

    public async Task<Arrived> Next()
    {
        try
        {
            return await _shelf.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"Nothing came in {Patience.TotalSeconds} s. Received before: {Tries}; "
                + $"the bus is {Health()}.");
        }
    }

    /// Waits for this pouch. A broker may deliver others again after it was killed.
    public async Task<Arrived> Next(string pouchId)
    {
        Arrived arrived;
        do
            arrived = await Next();
        while (arrived.Pouch.PouchId != pouchId);
        return arrived;
    }

    public BusHealthStatus Health() => _host!.Services.GetRequiredService<IBusControl>().CheckHealth().Status;

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
    }
}
