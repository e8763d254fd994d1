using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;
using Referral.Network;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>
/// The same work with nothing between: the same signatures, seals, receipts, journal, encryption at rest and
/// tables; RabbitMQ.Client and batched Npgsql statements, and no rule, saga, EF Core or MassTransit.
/// </summary>
internal sealed class FloorLetters : ILetters, IAsyncDisposable
{
    private const string SenderCode = "CN", ReceiverCode = "VN";

    private readonly FloorLine _out, _back;
    private readonly FloorSender _sender;
    private readonly FloorReceiver _receiver;
    private readonly Referrals _referrals;
    private readonly Letter _template;
    private readonly Random _choice = new(1);

    private FloorLetters(FloorSide host, FloorSide origin, Referrals referrals, Letter template)
    {
        (_out, _back, _referrals, _template) = (host.Line, origin.Line, referrals, template);
        _sender = new FloorSender(host.Store, _out, Counted);
        _receiver = new FloorReceiver(origin.Store, _back, Counted);
    }

    public string Name => "floor";

    public Counted Counted { get; } = new();

    public static async Task<FloorLetters> Start(
        Servers servers, TwoGateways gateways, int referrals, int pouch, Letter template)
    {
        var filled = new Referrals(referrals);
        var folder = servers.Folder("ours");
        var host = await FloorSide.Of(servers, folder, SenderCode, ReceiverCode, gateways.Trust);
        var origin = await FloorSide.Of(servers, folder, ReceiverCode, SenderCode, gateways.Trust);
        await filled.Fill(host.Databases, host.Key, origin.Databases, origin.Key);
        var floor = new FloorLetters(host, origin, filled, template);
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

/// <summary>One of the two: its databases, as the product's migrations make them, and its keys.</summary>
internal sealed record FloorSide(PostgresDatabases Databases, byte[] Key, FloorStore Store, FloorLine Line)
{
    public static async Task<FloorSide> Of(
        Servers servers, string folder, string from, string to, TrustList trust)
    {
        var databases = await servers.Make($"floor_{from.ToLowerInvariant()}");
        var keys = GatewayKeys.CreateOrRead(
            Members.DataFolder(folder, from), from, TimeProvider.System, trust);
        var options = new DbContextOptionsBuilder<PostgresGatewayDb>();
        PostgresStore.Use(options, databases.Gateway);
        await using (var db = new PostgresGatewayDb(options.Options))
            await db.Database.MigrateAsync();
        var keyOptions = new DbContextOptionsBuilder<PostgresKeyDb>();
        PostgresStore.Use(keyOptions, databases.Keys);
        await using (var db = new PostgresKeyDb(keyOptions.Options))
            await db.Database.MigrateAsync();
        var vault = new Vault(
            () => new PostgresKeyDb(keyOptions.Options), keys.GatewayKey, TimeProvider.System);
        return new FloorSide(databases, keys.GatewayKey, new FloorStore(databases, vault),
            new FloorLine(from, to, servers.Letterboxes.For(from), keys, trust));
    }
}
