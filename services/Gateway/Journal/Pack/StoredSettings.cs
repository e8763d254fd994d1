using System.Text.Json;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Journal.Pack;

/// <summary>The settings that lie in a gateway's data folder, for commands beside the gateway.</summary>
public static class StoredSettings
{
    /// <summary>Name of the file; a gateway is started with it.</summary>
    public const string FileName = "settings.json";

    /// <summary>
    /// The PostgreSQL databases that the settings name; null where the stores are files in the folder.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is not written as settings.</exception>
    public static PostgresDatabases? DatabasesOf(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize<GatewaySettings>(
                File.ReadAllBytes(file), SettingsJson.Options)?.Postgres;
        }
        catch (JsonException)
        {
            // Its text would quote the file, which holds secrets.
            throw new InvalidDataException($"{FileName} is not written as settings.");
        }
    }
}
