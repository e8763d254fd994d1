using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Contracts;

namespace Referral.Gateway.Border.Carriers;

/// Takes each pouch from this country's letterbox to IArrivals. The broker keeps the pouch until Receive has
/// returned. A fault of the machine is tried again here without limit, each time in a fresh scope: the pouch
/// is neither moved away nor answered.
internal sealed partial class PouchConsumer(
    IServiceScopeFactory scopes, RabbitMqAddresses addresses, IHostApplicationLifetime life,
    ILogger<PouchConsumer> log) : IConsumer<SealedPouch>
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public async Task Consume(ConsumeContext<SealedPouch> context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, life.ApplicationStopping);
        var sender = VerifiedSender(context);
        var pause = TimeSpan.FromMilliseconds(200);
        while (!await TryReceive(context, sender, pause))
        {
            // Ending here leaves the pouch unacknowledged: the broker delivers it again to the next who
            // listens.
            await Task.Delay(pause, ending.Token);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<bool> TryReceive(ConsumeContext<SealedPouch> context, string? sender, TimeSpan pause)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var arrivals = scope.ServiceProvider.GetRequiredService<IArrivals>();
            await arrivals.Receive(context.Message, sender, context.CancellationToken);
            return true;
        }
        catch (Exception fault) when (!context.CancellationToken.IsCancellationRequested)
        {
            // Only the kind of fault is told: its text might quote what it stumbled over.
            PouchWaits(context.Message.PouchId, fault.GetType().Name, pause.TotalSeconds);
            return false;
        }
    }

    private string? VerifiedSender(ConsumeContext context) =>
        context.TryGetPayload<RabbitMqBasicConsumeContext>(out var basic)
        && basic.Properties.UserId is { } user
        && addresses.SenderOfUser.TryGetValue(user, out var country) ? country : null;

    [LoggerMessage(3110, LogLevel.Warning,
        "Pouch {PouchId} stays in the letterbox: taking it in failed ({Fault}). "
        + "Next try in {PauseSeconds} s.")]
    private partial void PouchWaits(string pouchId, string fault, double pauseSeconds);
}

/// Sets up the bus that empties this country's letterbox.
public static class RabbitMqArrivals
{
    /// Pouches held at once, unacknowledged. The broker keeps the rest.
    private const int PouchesHeld = 16;

    /// Adds the bus with the one receive endpoint, `addresses.Own`. IArrivals is the caller's to register.
    /// The gateway starts without a broker and finds it later; the bus's health check says which.
    public static IServiceCollection AddRabbitMqArrivals(
        this IServiceCollection services, RabbitMqAddresses addresses)
    {
        services.AddSingleton(addresses);
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.StopTimeout = TimeSpan.FromSeconds(20);
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(10);
        });
        return services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<PouchConsumer>();
            bus.UsingRabbitMq((context, rabbit) =>
            {
                Connect(rabbit, addresses.Own);
                rabbit.ReceiveEndpoint(addresses.Own.Queue, endpoint => Receive(endpoint, context));
            });
        });
    }

    private static void Receive(
        IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context)
    {
        // The letterbox is declared beforehand, with arguments and policies that are not the gateway's
        // business. Without these two lines the endpoint would declare queue, bindings and a message
        // exchange.
        endpoint.ConfigureConsumeTopology = false;
        endpoint.BindQueue = false;
        endpoint.PrefetchCount = PouchesHeld;
        endpoint.ConcurrentMessageLimit = PouchesHeld;
        endpoint.PublishFaults = false;
        // What is no pouch goes back to the broker, whose delivery limit moves it to letterbox-undeliverable.
        // The endpoint's own error and skipped queues would need rights that the owner does not have.
        endpoint.RethrowFaultedMessages();
        endpoint.ThrowOnSkippedMessages();
        endpoint.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
        endpoint.ConfigureConsumer<PouchConsumer>(context);
    }

    private static void Connect(IRabbitMqBusFactoryConfigurator rabbit, Letterbox box)
    {
        var address = new Uri(box.Uri);
        var user = address.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var port = address.IsDefaultPort ? box.Tls is null ? 5672 : 5671 : address.Port;
        var vhost = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/'));
        rabbit.Host(address.Host, (ushort)port, vhost, host =>
        {
            host.Username(user[0]);
            host.Password(user.Length > 1 ? user[1] : "");
            host.Heartbeat(TimeSpan.FromSeconds(20));
            // Held as long as the bus: it connects again with the certificate it was started with.
            if (box.Tls is not null)
                host.UseSsl(new SecuredLine(box).Secure);
        });
    }
}
