using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;

namespace Referral.Benchmarks.Border;

/// <summary>
/// A MassTransit consumer that does nothing, on the same kind of queue, fed live with confirmed messages of
/// 1 KB: what bus and broker cost alone.
/// </summary>
internal sealed class PlainConsumer : ILetters, IArrivals, IAsyncDisposable
{
    private const string From = "XE", To = "XF";
    private const int ContentBytes = 1024;

    private readonly RabbitMqCarrier _carrier;
    private readonly IHost _host;

    private PlainConsumer(Servers servers)
    {
        _carrier = new RabbitMqCarrier(servers.Letterboxes.For(From));
        var parts = Host.CreateEmptyApplicationBuilder(new());
        parts.Logging.SetMinimumLevel(LogLevel.Error);
        parts.Services.AddSingleton<IArrivals>(this).AddRabbitMqArrivals(servers.Letterboxes.For(To));
        _host = parts.Build();
    }

    public static IReadOnlyList<string> Codes { get; } = [From, To];

    public string Name => "plain consumer (fed live)";

    public Counted Counted { get; } = new();

    public static async Task<PlainConsumer> Start(Servers servers)
    {
        var plain = new PlainConsumer(servers);
        await plain._host.StartAsync();
        return plain;
    }

    public Task Write(int letters) => Task.WhenAll(Enumerable.Range(0, letters).Select(_ => _carrier.Send(
        new SealedPouch
        {
            PouchId = Guid.NewGuid().ToString("D"), From = From, To = To,
            Token = new string('a', ContentBytes),
        },
        CancellationToken.None)));

    public Task Receive(SealedPouch pouch, string? sender, CancellationToken cancellation)
    {
        Counted.Apply(1);
        Counted.Settle(1);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _carrier.DisposeAsync();
    }
}
