using Referral.Contracts.Letters;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>
/// The same work with nothing between: the same signatures, seals, receipts, journal, encryption at rest and
/// tables; RabbitMQ.Client and batched Npgsql statements, and no rule, saga, EF Core or MassTransit.
/// </summary>
internal sealed class FloorLetters : ILetters, IAsyncDisposable
{
    private readonly FloorLine _out, _back;
    private readonly FloorSender _sender;
    private readonly FloorReceiver _receiver;
    private readonly Referrals _referrals;
    private readonly Letter _template;
    private readonly Random _choice = new(1);

    private FloorLetters(FloorPair pair, Letter template)
    {
        (_out, _back, _referrals, _template) = (pair.Host.Line, pair.Origin.Line, pair.Referrals, template);
        _sender = new FloorSender(pair.Host.Store, _out, Counted);
        _receiver = new FloorReceiver(pair.Origin.Store, _back, Counted, pair.Origin.GatewayKey);
    }

    public string Name => "floor";

    public Counted Counted { get; } = new();

    public static async Task<FloorLetters> Start(FloorPair pair, int pouch, Letter template)
    {
        var floor = new FloorLetters(pair, template);
        await floor._out.Start(() => floor._sender.Gather(pouch), floor._sender.Take);
        await floor._back.Start(floor._receiver.Gather, floor._receiver.Take);
        return floor;
    }

    public Task Write(int letters) => _sender.Write(_referrals.Choose(_choice, letters), _template);

    public async ValueTask DisposeAsync()
    {
        await _out.DisposeAsync();
        await _back.DisposeAsync();
    }
}
