using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Referral.Verifier;

/// <summary>Header of a checkpoint's JWS: these three and nothing else.</summary>
internal sealed record CheckpointHeader(string Alg, string Kid, string Typ);

/// <summary>
/// Reads the two JSON parts of a checkpoint strictly: the named members, each once, nothing else.
/// </summary>
internal static class CheckpointText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The header before any signature is checked; null where it is not alg, kid and typ.</summary>
    public static CheckpointHeader? ReadHeader(string jws)
    {
        var parts = jws.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[0])) return null;
        return Members(Base64Url.DecodeFromChars(parts[0])) is { Count: 3 } header
            && header.GetValueOrDefault("alg") is { } alg
            && header.GetValueOrDefault("kid") is { } kid
            && header.GetValueOrDefault("typ") is { } typ
            ? new(alg, kid, typ)
            : null;
    }

    /// <summary>The checkpoint in a payload whose signature held; null where it is not one.</summary>
    public static Checkpoint? ReadPayload(byte[] payload)
    {
        if (Members(payload) is not { Count: 5 } values
            || values.GetValueOrDefault("country") is not { Length: > 0 } country
            || !long.TryParse(values.GetValueOrDefault("number"), NumberStyles.None,
                CultureInfo.InvariantCulture, out var number)
            || !DateTimeOffset.TryParseExact(values.GetValueOrDefault("at"), JournalFormat.InstantFormat,
                CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || Hash(values.GetValueOrDefault("previous")) is not { } previous
            || Hash(values.GetValueOrDefault("root")) is not { } root)
            return null;
        return new(country, number, at, previous, root);
    }

    private static byte[]? Hash(string? hex) =>
        hex is { Length: 2 * JournalFormat.HashBytes } && hex.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(hex)
            : null;

    // "number" is the one member that is no string; every other name has to be one.
    private static Dictionary<string, string>? Members(byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in json.RootElement.EnumerateObject())
            {
                var kind = member.Name == "number" ? JsonValueKind.Number : JsonValueKind.String;
                if (member.Value.ValueKind != kind) return null;
                values.Add(member.Name, member.Value.ToString());
            }
            return values;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
