using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>One side's end of the line: its keys, and RabbitMQ.Client both ways.</summary>
internal sealed class FloorLine(
    string from, string to, RabbitMqAddresses addresses, GatewayKeySet keys, TrustList trust)
    : IAsyncDisposable
{
    public const string InsertReceipt = """
        INSERT INTO receipts (receipt_id, country, direction, sha256, jws, at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """;

    private readonly RabbitMqCarrier _carrier = new(addresses);
    private readonly SemaphoreSlim _bell = new(0);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private IConnection? _connection;
    private Task _serving = Task.CompletedTask;

    public string From => from;

    public string To => to;

    public Signer Signer => keys.Signing;

    public void Ring() => _bell.Release();

    public SealedPouch Seal(IEnumerable<string> letters, IEnumerable<string> receipts)
    {
        var pouch = new Pouch
        {
            PouchId = Guid.CreateVersion7().ToString("D"), FromCountry = from, ToCountry = to,
            Letters = { letters.Select(SignedTokens.Pack) },
            Receipts = { receipts.Select(SignedTokens.Pack) },
        };
        return new SealedPouch
        {
            PouchId = pouch.PouchId, From = from, To = to,
            Token = PouchSeal.Seal(
                PouchPadding.Pad(pouch, PouchLimits.Default.PadStepBytes),
                trust.SealKey(to, DateTimeOffset.UtcNow)!),
        };
    }

    /// <summary>Sends what is gathered, one pouch in flight; gives every arrived one to the taker.</summary>
    public async Task Start(Func<Task<SealedPouch?>> gather, Func<OpenedPouch, Task> take)
    {
        var factory = new ConnectionFactory { Uri = new Uri(addresses.Own.Uri) };
        using var secured = addresses.Own.Tls is null ? null : new SecuredLine(addresses.Own);
        secured?.Secure(factory);
        _connection = await factory.CreateConnectionAsync();
        var channel = await _connection.CreateChannelAsync();
        await channel.BasicQosAsync(0, 16, false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            var pouch = JsonSerializer.Deserialize<SealedPouch>(
                message.Body.Span, JsonSerializerOptions.Web)!;
            var opened = PouchOpening.Open(
                pouch, pouch.From, from, keys.Opening, trust, DateTimeOffset.UtcNow).Pouch.Outcome;
            await _turn.WaitAsync();
            try
            {
                await take(opened);
            }
            finally
            {
                _turn.Release();
            }

            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(addresses.Own.Queue, autoAck: false, consumer);
        _serving = Task.Run(() => Serve(gather));
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _carrier.DisposeAsync();
        if (_connection is not null) await _connection.DisposeAsync();
        keys.Dispose();
    }

    private async Task Serve(Func<Task<SealedPouch?>> gather)
    {
        while (true)
        {
            await _bell.WaitAsync(_ended.Token);
            while (await gather() is { } pouch)
                await _carrier.Send(pouch, _ended.Token);
        }
    }
}
