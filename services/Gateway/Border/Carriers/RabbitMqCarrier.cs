using System.Collections.Frozen;
using System.Text.Json;
using RabbitMQ.Client;
using Referral.Contracts;

namespace Referral.Gateway.Border.Carriers;

/// Publishes pouches into the neighbours' letterboxes as this country's write-only user there. Each neighbour
/// has a line of its own, opened at the first pouch; a line that fails is dropped, and the next pouch opens a
/// new one. One neighbour never waits for another.
/// <param name="addresses">What this gateway knows of RabbitMQ.</param>
/// <param name="limit">Longest wait for a connection, and again for a confirm. Default 30 seconds.</param>
public sealed class RabbitMqCarrier(RabbitMqAddresses addresses, TimeSpan? limit = null)
    : ICarrier, IAsyncDisposable
{
    private readonly FrozenDictionary<string, Line> _lines = addresses.Neighbours.ToFrozenDictionary(
        neighbour => neighbour.Country, neighbour => new Line(neighbour, limit ?? TimeSpan.FromSeconds(30)));

    public async Task Send(SealedPouch pouch, CancellationToken cancellation)
    {
        if (!_lines.TryGetValue(pouch.To, out var line))
            throw new CarrierFault($"No letterbox address is known for {pouch.To}.");
        await line.Send(pouch, cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in _lines.Values)
            await line.Close().ConfigureAwait(false);
    }

    private sealed record Opened(IConnection Connection, IChannel Channel);

    private sealed class Line(Letterbox letterbox, TimeSpan limit)
    {
        private readonly Lock _turn = new();
        private readonly string _user = Uri.UnescapeDataString(new Uri(letterbox.Uri).UserInfo.Split(':')[0]);
        private Task<Opened>? _current;

        public async Task Send(SealedPouch pouch, CancellationToken cancellation)
        {
            var current = Current();
            try
            {
                var opened = await current.WaitAsync(limit, cancellation).ConfigureAwait(false);
                // The publish itself takes no token: one cancelled half way leaves the channel in disorder.
                await Publish(opened.Channel, pouch).WaitAsync(limit, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException
                || !cancellation.IsCancellationRequested)
            {
                Drop(current);
                throw new CarrierFault($"The letterbox of {letterbox.Country} did not take pouch "
                    + $"{pouch.PouchId} ({fault.GetBaseException().Message}). "
                    + "It stays due and is sent again.", fault);
            }
        }

        public Task Close()
        {
            lock (_turn)
            {
                var last = _current;
                _current = null;
                return last is null ? Task.CompletedTask : Abandon(last);
            }
        }

        private Task Publish(IChannel channel, SealedPouch pouch)
        {
            var properties = new BasicProperties
            {
                // The broker refuses any name but that of the connection's own user: the receiver can rely on
                // it.
                UserId = _user,
                MessageId = pouch.PouchId,
                ContentType = "application/json",
                Persistent = true,
            };
            var body = JsonSerializer.SerializeToUtf8Bytes(pouch, JsonSerializerOptions.Web);
            // The exchange bears the queue's name: a writer needs no right on the default exchange.
            return channel.BasicPublishAsync(letterbox.Queue, "", mandatory: true, properties, body,
                CancellationToken.None).AsTask();
        }

        private Task<Opened> Current()
        {
            lock (_turn)
            {
                if (_current is { IsCompletedSuccessfully: true } && !_current.Result.Channel.IsOpen)
                    DropHeld(_current);
                return _current ??= Open();
            }
        }

        private async Task<Opened> Open()
        {
            // All who wait for this line share the opening, so no single caller's token may end it.
            using var patience = new CancellationTokenSource(limit);
            var factory = new ConnectionFactory
            {
                Uri = new Uri(letterbox.Uri),
                AutomaticRecoveryEnabled = false,
                RequestedHeartbeat = TimeSpan.FromSeconds(20),
            };
            // Read anew for each connection: a certificate that was renewed is used from the next one on.
            using var secured = letterbox.Tls is null ? null : new SecuredLine(letterbox);
            secured?.Secure(factory);
            var options = new CreateChannelOptions(
                true, true, outstandingPublisherConfirmationsRateLimiter: null);
            var connection = await factory.CreateConnectionAsync(patience.Token).ConfigureAwait(false);
            try
            {
                return new Opened(connection,
                    await connection.CreateChannelAsync(options, patience.Token).ConfigureAwait(false));
            }
            catch
            {
                await Abandon(connection).ConfigureAwait(false);
                throw;
            }
        }

        private void Drop(Task<Opened> failed)
        {
            lock (_turn)
            {
                // Another pouch may have dropped this line and opened the next one already.
                if (_current == failed)
                    DropHeld(failed);
            }
        }

        private void DropHeld(Task<Opened> failed)
        {
            _current = null;
            // Nobody waits for the goodbye: a peer that no longer answers would hold the next pouch.
            _ = Abandon(failed);
        }

        private static async Task Abandon(Task<Opened> opening)
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
                await Abandon(opening.Result.Connection).ConfigureAwait(false);
        }

        // Abort closes without raising what a broken connection has to say.
        private static async Task Abandon(IConnection connection)
        {
            await connection.AbortAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
