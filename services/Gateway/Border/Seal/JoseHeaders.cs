using System.Text.Json;

namespace Referral.Gateway.Border.Seal;

/// <summary>What a token's protected header may say, and nothing else.</summary>
internal sealed record JoseHeader(string Alg, string Kid, string Typ);

/// <summary>
/// Reads a token's header against a closed list before the library sees the token. No header can then bring
/// its own key (jwk, jku, x5c, x5u), shrink or unwrap content (zip, b64, p2c), or switch the algorithm.
/// Refuses: REF-2401 where the token has not the form, REF-2415 where the header says anything else.
/// Source: RFC 7515, 7516, 7518; RFC 8725 section 3.
/// </summary>
internal static class JoseHeaders
{
    private const int HeaderCharactersMax = 1024;
    private const int KidCharactersMax = 43;
    private const int IvBytes = 12, TagBytes = 16, SignatureBytes = 64, CoordinateBytes = 32;

    // A name twice could be read one way here and another way by the library.
    private static readonly JsonDocumentOptions Strict =
        new() { AllowDuplicateProperties = false, MaxDepth = 3 };

    /// <summary>
    /// A compact JWS signed with ES256, of the wanted type. <paramref name="typ"/>: a JoseTypes.
    /// </summary>
    internal static Decision<JoseHeader> CheckJws(string token, string typ)
    {
        Span<Range> parts = stackalloc Range[4];
        if (token.Length > PouchLimits.Default.TokenBytesMax)
            return BorderRefusals.Unopened("size");
        if (token.AsSpan().Split(parts, '.') != 3 || !AllBase64Url(token, parts[..3]))
            return BorderRefusals.Unopened("form");
        if (LengthOf(token, parts[2]) != StrictBase64Url.Length(SignatureBytes))
            return BorderRefusals.Unopened("signature length");
        return ReadHeader(token.AsSpan(parts[0]), header => Jws(header, typ));
    }

    /// <summary>A compact JWE sealed with ECDH-ES and A256GCM to a P-256 key.</summary>
    internal static Decision<JoseHeader> CheckJwe(string token)
    {
        Span<Range> parts = stackalloc Range[6];
        if (token.Length > PouchLimits.Default.TokenBytesMax)
            return BorderRefusals.Unopened("size");
        if (token.AsSpan().Split(parts, '.') != 5 || !AllBase64Url(token, parts[..5]))
            return BorderRefusals.Unopened("form");
        // With ECDH-ES the agreed secret is the content key itself, so no wrapped key stands in the token.
        if (LengthOf(token, parts[1]) != 0
            || LengthOf(token, parts[2]) != StrictBase64Url.Length(IvBytes)
            || LengthOf(token, parts[4]) != StrictBase64Url.Length(TagBytes))
            return BorderRefusals.Unopened("part length");
        return ReadHeader(token.AsSpan(parts[0]), Jwe);
    }

    private static Decision<JoseHeader> Jws(JsonElement header, string typ)
    {
        if (!HasExactly(header, "alg", "kid", "typ"))
            return BorderRefusals.HeaderRefused("members");
        return Is(header, "alg", "ES256") && Is(header, "typ", typ)
            ? WithKid(header)
            : BorderRefusals.HeaderRefused("alg or typ");
    }

    private static Decision<JoseHeader> Jwe(JsonElement header)
    {
        if (!HasExactly(header, "alg", "enc", "kid", "typ", "epk"))
            return BorderRefusals.HeaderRefused("members");
        if (!Is(header, "alg", "ECDH-ES") || !Is(header, "enc", "A256GCM")
            || !Is(header, "typ", JoseTypes.Pouch))
            return BorderRefusals.HeaderRefused("alg, enc or typ");
        var epk = header.GetProperty("epk");
        if (!HasExactly(epk, "kty", "crv", "x", "y") || !Is(epk, "kty", "EC") || !Is(epk, "crv", "P-256")
            || !IsCoordinate(epk, "x") || !IsCoordinate(epk, "y"))
            return BorderRefusals.HeaderRefused("epk");
        return WithKid(header);
    }

    private static Decision<JoseHeader> WithKid(JsonElement header)
    {
        var kid = Text(header, "kid");
        return kid is { Length: > 0 and <= KidCharactersMax } && kid.All(IsKidCharacter)
            ? new JoseHeader(Text(header, "alg")!, kid, Text(header, "typ")!)
            : BorderRefusals.HeaderRefused("kid");
    }

    private static bool IsKidCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static Decision<JoseHeader> ReadHeader(
        ReadOnlySpan<char> part, Func<JsonElement, Decision<JoseHeader>> judge)
    {
        if (part.Length is 0 or > HeaderCharactersMax)
            return BorderRefusals.HeaderRefused("length");
        var bytes = StrictBase64Url.Decode(part);
        // Nothing we say needs an escape or a letter beyond ASCII; without them a name has one spelling.
        if (bytes.AsSpan().ContainsAnyExceptInRange((byte)0x20, (byte)0x7E) || bytes.Contains((byte)'\\'))
            return BorderRefusals.HeaderRefused("characters");
        try
        {
            using var header = JsonDocument.Parse(bytes, Strict);
            return judge(header.RootElement);
        }
        catch (JsonException)
        {
            return BorderRefusals.HeaderRefused("not JSON, or a member twice");
        }
    }

    private static bool AllBase64Url(string token, ReadOnlySpan<Range> parts)
    {
        foreach (var part in parts)
            if (!StrictBase64Url.IsValid(token.AsSpan(part)))
                return false;
        return true;
    }

    private static int LengthOf(string token, Range part) => part.GetOffsetAndLength(token.Length).Length;

    private static bool HasExactly(JsonElement element, params string[] names) =>
        element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject().Count() == names.Length
        && names.All(name => element.TryGetProperty(name, out _));

    private static bool Is(JsonElement element, string name, string value) => Text(element, name) == value;

    private static bool IsCoordinate(JsonElement epk, string name) =>
        Text(epk, name) is { } text
        && text.Length == StrictBase64Url.Length(CoordinateBytes) && StrictBase64Url.IsValid(text);

    private static string? Text(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
}
