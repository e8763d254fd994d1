using System.Security.Cryptography;

namespace Referral.Gateway.Border.Trust;

/// <summary>
/// SHA-256 of a version's payload as two people read it to each other: 16 groups of four hex digits. It
/// covers the versions before too, for each names the one before.
/// </summary>
public static class Fingerprint
{
    private const int GroupDigits = 4;

    internal static string Of(ReadOnlySpan<byte> payload) =>
        string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(payload))
            .Chunk(GroupDigits).Select(group => new string(group)));

    /// <summary>Compares as people write it: spaces, dashes and capitals do not count.</summary>
    public static bool Same(string one, string other) =>
        Plain(one) == Plain(other) && Plain(one).Length == 64;

    private static string Plain(string text) =>
        string.Concat(text.Where(char.IsAsciiHexDigit).Select(char.ToLowerInvariant));
}
