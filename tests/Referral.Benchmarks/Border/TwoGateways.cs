using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Referral.Gateway;
using Referral.Gateway.Border;
using Referral.Gateway.Repatriation;
using Referral.Network;

namespace Referral.Benchmarks.Border;

/// <summary>
/// Two whole gateways of the product in this process, as host and origin of every referral: own databases,
/// own letterboxes, doors, sealer and outbox running.
/// </summary>
internal sealed class TwoGateways : IAsyncDisposable
{
    private TwoGateways(GatewayHost host, GatewayHost origin) => (Host, Origin) = (host, origin);

    public GatewayHost Host { get; }

    public GatewayHost Origin { get; }

    public static Steps StepsOf(GatewayHost gateway) => gateway.Services.GetRequiredService<Steps>();

    /// <param name="servers">Broker and database server.</param>
    /// <param name="name">Of this pair; a run may have several after each other.</param>
    /// <param name="pouchLetters">Letters in one pouch at most.</param>
    public static async Task<TwoGateways> Start(Servers servers, string name, int pouchLetters)
    {
        var folder = servers.Folder(name);
        Founding.Found(folder, Members.All, TimeProvider.System);
        var both = new List<GatewayHost>();
        foreach (var code in new[] { Pair.Host, Pair.Origin })
        {
            var settings = new GatewaySettings
            {
                DataFolder = Members.DataFolder(folder, code),
                Rabbit = servers.Letterboxes.For(code),
                Postgres = await servers.Make($"{name}_{code.ToLowerInvariant()}"),
                CheckpointSeconds = 5,
                PouchLetters = pouchLetters,
            };
            both.Add(await Apart(code, settings));
        }

        return new TwoGateways(both[0], both[1]);
    }

    public Task Fill(Referrals referrals) => referrals.Fill(
        IdentityOf(Host).Settings.Postgres!, IdentityOf(Host).Keys.GatewayKey,
        IdentityOf(Origin).Settings.Postgres!, IdentityOf(Origin).Keys.GatewayKey);

    /// <summary>The letter that is written again and again, its head as the rules settled it.</summary>
    public Task<LetterToWrite> Letter() => StepsOf(Host).Read(async step => Heads.Complete(
        step, await step.Db.Cases.FirstAsync(), Request.Body(), LetterKinds.VerificationRequest, "",
        await step.Register(), "1").Outcome);

    private static GatewayIdentity IdentityOf(GatewayHost gateway) =>
        gateway.Services.GetRequiredService<GatewayIdentity>();

    // Nothing that flows along with calls joins the two.
    private static Task<GatewayHost> Apart(string code, GatewaySettings settings)
    {
        using var apart = ExecutionContext.SuppressFlow();
        return Task.Run(() => GatewayHost.Start(
            Members.Of(code), settings, logging: log => log.SetMinimumLevel(LogLevel.Error)));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Origin.DisposeAsync();
    }
}

/// <summary>The two countries whose border is measured: any operated pair would do.</summary>
internal static class Pair
{
    public const string Host = "TH";
    public const string Origin = "LA";
}
