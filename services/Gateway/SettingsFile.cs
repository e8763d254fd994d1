using System.Text.Json;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Border.Trust;

namespace Referral.Gateway;

/// <summary>
/// A gateway's settings as they stand in a file. What is secret may stand in files of its own that the
/// settings name: the letterboxes' passwords (RabbitFile), the databases' (Passfile in the connection
/// string).
/// </summary>
public static class SettingsFile
{
    /// <summary>Reads the settings and the letterboxes they name, and checks them.</summary>
    /// <exception cref="InvalidDataException">
    /// A setting is out of its range, or a file of secrets is open to others.
    /// </exception>
    public static GatewaySettings Read(string path)
    {
        var settings = Parse<GatewaySettings>(File.ReadAllText(path));
        GatewaySettings.Check(settings);
        // Found wrong at the first call of an officer, it would be found late.
        _ = settings.SignIn?.Keys();
        if (settings.RabbitFile is not { } file) return settings;
        var whole = settings with
        {
            Rabbit = Parse<RabbitMqAddresses>(OwnerOnly.ReadSecret(file)), RabbitFile = null,
        };
        GatewaySettings.Check(whole);
        return whole;
    }

    private static T Parse<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, SettingsJson.Options) ?? throw new JsonException("empty");
}

/// <summary>Form of a settings file.</summary>
public static class SettingsJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}
