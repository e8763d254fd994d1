using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Referral.Gateway.Border.Carriers;

/// Empties this country's `letterbox-undeliverable`: what is no pouch, and what was delivered twenty times
/// without an acknowledgement because each time the process ended. The message is not read as a pouch here,
/// so that it cannot do again what it did. It is acknowledged once it is kept, journalled and answered.
internal sealed partial class UndeliverableConsumer(
    RabbitMqAddresses addresses, UndeliverablePouches pouches, ILogger<UndeliverableConsumer> log)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private string Queue => $"{addresses.Own.Queue}-undeliverable";

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var pause = ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await Listen(stopping)) pause = ShortestPause;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                // Only the kind is told: its text might quote an address.
                NotReached(fault.GetType().Name, pause.TotalSeconds);
            }
            catch (Exception)
            {
                // Stopping: whatever the client says to it, the broker keeps what was not acknowledged.
                return;
            }
            await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    // Returns when the line has ended; true when something was taken over it.
    private async Task<bool> Listen(CancellationToken stopping)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri(addresses.Own.Uri),
            AutomaticRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(20),
        };
        using var secured = addresses.Own.Tls is null ? null : new SecuredLine(addresses.Own);
        secured?.Secure(factory);
        await using var connection = await factory.CreateConnectionAsync(stopping);
        await using var channel = await connection.CreateChannelAsync(null, stopping);
        await channel.BasicQosAsync(0, 1, false, stopping);
        var ended = new TaskCompletionSource();
        var taken = false;
        channel.ChannelShutdownAsync += (_, _) => { ended.TrySetResult(); return Task.CompletedTask; };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.UnregisteredAsync += (_, _) => { ended.TrySetResult(); return Task.CompletedTask; };
        consumer.ReceivedAsync += async (_, message) =>
        {
            try
            {
                await pouches.Take(message.Body.ToArray(), Sender(message.BasicProperties),
                    Reason(message.BasicProperties));
                await channel.BasicAckAsync(message.DeliveryTag, false, CancellationToken.None);
                taken = true;
            }
            catch (Exception fault)
            {
                // The line is closed, so the broker keeps the message; it comes again after a pause.
                NotTaken(fault.GetType().Name);
                ended.TrySetResult();
            }
        };
        await channel.BasicConsumeAsync(Queue, false, consumer, stopping);
        await ended.Task.WaitAsync(stopping);
        return taken;
    }

    // The broker verified it when the message was written, and nobody but the broker moves messages here.
    private string? Sender(IReadOnlyBasicProperties properties) =>
        properties.UserId is { } user && addresses.SenderOfUser.TryGetValue(user, out var country)
            ? country : null;

    // The broker's word: rejected (no pouch) or delivery_limit (the process ended each time).
    private static string Reason(IReadOnlyBasicProperties properties)
    {
        var said = properties.Headers?.TryGetValue("x-first-death-reason", out var word) == true
            && word is byte[] bytes ? Encoding.ASCII.GetString(bytes) : "";
        return said is "rejected" or "delivery_limit" ? said : "unknown";
    }

    [LoggerMessage(3120, LogLevel.Warning,
        "The queue of undeliverable messages cannot be read ({Fault}). Next try in {PauseSeconds} s.")]
    private partial void NotReached(string fault, double pauseSeconds);

    [LoggerMessage(3121, LogLevel.Error,
        "An undeliverable message could not be kept ({Fault}): it stays with the broker.")]
    private partial void NotTaken(string fault);
}
