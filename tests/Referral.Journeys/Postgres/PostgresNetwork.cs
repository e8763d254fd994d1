using System.Text.Json;
using Referral.Gateway;
using Referral.Gateway.Journal.Pack;
using Referral.Gateway.Storage;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.Network.Postgres;

namespace Referral.Journeys.Postgres;

/// <summary>
/// A private server with the databases of four gateways, whose settings lie in their folders as those of four
/// processes do, so that commands find them.
/// </summary>
internal sealed class PostgresNetwork : IAsyncDisposable
{
    private readonly Dictionary<string, PostgresDatabases> _databases = [];

    private PostgresNetwork(PostgresNode server) => Server = server;

    public PostgresNode Server { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("referral-on-postgres-").FullName;

    public static async Task<PostgresNetwork> Make()
    {
        var made = new PostgresNetwork(await PostgresNode.Start());
        foreach (var code in Members.Codes)
            made._databases[code] = await made.Server.Make($"referral_{code.ToLowerInvariant()}");
        return made;
    }

    public PostgresDatabases Of(string country) => _databases[country];

    public string DataFolder(string country) => Members.DataFolder(Folder, country);

    public async Task<EmbeddedNetwork> Start()
    {
        var network = await EmbeddedNetwork.Start(Folder, new() { Postgres = Of, ResendSeconds = 1 });
        foreach (var code in Members.Codes) Settings(DataFolder(code), Of(code));
        return network;
    }

    /// <summary>Lays settings into a folder, as a gateway is started with them.</summary>
    public static void Settings(string folder, PostgresDatabases databases) => File.WriteAllBytes(
        Path.Combine(folder, StoredSettings.FileName), JsonSerializer.SerializeToUtf8Bytes(
            new GatewaySettings { DataFolder = folder, Postgres = databases }, SettingsJson.Options));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
