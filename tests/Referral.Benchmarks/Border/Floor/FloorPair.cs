using Microsoft.EntityFrameworkCore;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;

namespace Referral.Benchmarks.Border.Floor;

/// <summary>Two invented countries with databases as the product's migrations make them, keys, and
/// referrals filled in.</summary>
internal sealed record FloorPair(FloorSide Host, FloorSide Origin, Referrals Referrals)
{
    /// <summary>Codes of the invented countries, two a pair.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["XA", "XB", "XC", "XD"];

    public static async Task<FloorPair> Of(Servers servers, string host, string origin, int referrals)
    {
        var keys = new[] { host, origin }.ToDictionary(code => code, code => GatewayKeys.CreateOrRead(
            servers.Folder($"keys-{code}"), code, TimeProvider.System));
        var trust = new TrustList(1, [.. keys.Select(one => one.Value.Published(
            new Country(one.Key, "en", "gregorian", "given-family", 7, [], [])))]);
        var pair = new FloorPair(
            await FloorSide.Of(servers, keys[host], host, origin, trust),
            await FloorSide.Of(servers, keys[origin], origin, host, trust),
            new Referrals(referrals));
        await pair.Referrals.Fill(
            pair.Host.Databases, keys[host].GatewayKey, pair.Origin.Databases, keys[origin].GatewayKey);
        return pair;
    }
}

/// <summary>One of the two.</summary>
internal sealed record FloorSide(
    PostgresDatabases Databases, FloorStore Store, FloorLine Line, byte[] GatewayKey)
{
    public static async Task<FloorSide> Of(
        Servers servers, GatewayKeySet keys, string from, string to, TrustList trust)
    {
        var databases = await servers.Make($"floor_{from.ToLowerInvariant()}");
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
        return new FloorSide(databases, new FloorStore(databases, vault),
            new FloorLine(from, to, servers.Letterboxes.For(from), keys, trust), keys.GatewayKey);
    }
}
