using System.Text.Json;

namespace Referral.Contracts.Vocabulary;

/// <summary>
/// Reads the tables that are built into this assembly. A table that is missing or does not parse
/// is a fault of the build, so it throws: no gateway may start with half of its rules.
/// </summary>
internal static class ShippedFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal static Stream Open(string name) =>
        typeof(ShippedFile).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The table '{name}' is not built into the contracts.");

    internal static T Read<T>(string name)
    {
        using var stream = Open(name);
        return Read<T>(stream, name);
    }

    internal static T Read<T>(Stream stream, string name) =>
        JsonSerializer.Deserialize<T>(stream, Options)
        ?? throw new InvalidOperationException($"The table '{name}' is empty.");

    internal static IEnumerable<string> Names(string prefix) =>
        typeof(ShippedFile).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal)
                && n.EndsWith(".json", StringComparison.Ordinal)
                && !n.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
