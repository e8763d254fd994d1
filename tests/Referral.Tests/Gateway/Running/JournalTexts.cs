using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway;
using Referral.Gateway.Storage;

namespace Referral.Tests.Gateway.Running;

/// <summary>Journal entries of a country as they stand in its database, by name and value.</summary>
internal static class JournalTexts
{
    /// <summary>Of a case, by its local or its referral number, in order.</summary>
    public static async Task<IReadOnlyList<Dictionary<string, string>>> Of(
        RunningGateways gateways, string country, string number)
    {
        var chain = await gateways.Rows(country, async db => Step.ChainOf(
            (await db.Cases.SingleAsync(c => c.LocalNumber == number || c.Referral == number)).Id));
        return await Chain(gateways, country, chain);
    }

    /// <summary>Of the border: what concerns no case.</summary>
    public static Task<IReadOnlyList<Dictionary<string, string>>> Border(
        RunningGateways gateways, string country) =>
        Chain(gateways, country, Step.BorderChain);

    public static Task<IReadOnlyList<Dictionary<string, string>>> Chain(
        RunningGateways gateways, string country, string chain) =>
        gateways.Rows(country, async Task<IReadOnlyList<Dictionary<string, string>>> (db) =>
        [
            .. (await db.Journal.AsNoTracking().Where(e => e.Chain == chain).OrderBy(e => e.Number)
                .ToListAsync())
                .Select(e => Read(e.Text)),
        ]);

    /// <summary>Whether a checkpoint covers every entry.</summary>
    public static async Task<bool> AllSealed(GatewayDb db)
    {
        var sealedTo = await db.Checkpoints.MaxAsync(c => (long?)c.LastRow) ?? 0;
        return !await db.Journal.AnyAsync(e => e.Row > sealedTo);
    }

    private static Dictionary<string, string> Read(byte[] text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());
    }
}
