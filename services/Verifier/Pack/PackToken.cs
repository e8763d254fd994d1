using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Referral.Verifier.Pack;

/// <summary>A token whose signature held: who signed it, and what.</summary>
/// <param name="Country">Whose key it was.</param>
/// <param name="Payload">As signed.</param>
/// <param name="Sha256">Of the token, lower-case hex.</param>
/// <param name="Revoked">The key was revoked since: <see cref="HistoryCheck"/> asks how old it is.</param>
/// <param name="RevokedAt">From when the key must not be believed; null where the list does not say.</param>
internal sealed record SignedPart(
    string Country, byte[] Payload, string Sha256, bool Revoked, DateTimeOffset? RevokedAt);

/// <summary>
/// Verifies a compact JWS (RFC 7515) of the one kind that is allowed: ES256, a header of exactly alg, kid and
/// typ, base64url in its one spelling.
/// </summary>
internal static class PackToken
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The signed part, or the code that says why there is none.</summary>
    public static (SignedPart? Part, string Code) Open(byte[] token, string typ, PackTrust trust)
    {
        if (!Ascii.IsValid(token)) return (null, Refusals.SignatureBroken);
        var parts = Encoding.ASCII.GetString(token).Split('.');
        if (parts.Length != 3 || parts.Any(part => Decode(part) is null) || Kid(Decode(parts[0])!, typ)
            is not { } kid) return (null, Refusals.SignatureBroken);
        if (trust.Of(kid) is not { } known) return (null, Refusals.KeyUnknown);
        using var key = PackTrust.Open(known);
        if (key is null) return (null, Refusals.KeyUnknown);
        var signature = Decode(parts[2])!;
        var input = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        return signature.Length == 64 && key.VerifyData(input, signature, HashAlgorithmName.SHA256)
            ? (new(known.Country, Decode(parts[1])!, PackFormat.Hash(token), known.Revoked, known.RevokedAt),
                "")
            : (null, Refusals.SignatureBroken);
    }

    private static string? Kid(byte[] header, string typ)
    {
        try
        {
            using var json = JsonDocument.Parse(header, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            var members = json.RootElement.EnumerateObject()
                .Where(member => member.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(member => member.Name, member => member.Value.GetString()!);
            return json.RootElement.EnumerateObject().Count() == 3
                && members.GetValueOrDefault("alg") == "ES256" && members.GetValueOrDefault("typ") == typ
                ? members.GetValueOrDefault("kid") : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // Other spellings of the same bytes would give one letter several hashes.
    private static byte[]? Decode(string part)
    {
        if (part.Any(letter => !Alphabet.Contains(letter, StringComparison.Ordinal)) || part.Length % 4 == 1)
            return null;
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            return Base64Url.EncodeToString(bytes) == part ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
