using System.Buffers;
using System.Buffers.Text;

namespace Referral.Gateway.Border.Seal;

/// <summary>
/// Base64url that has one spelling for each value: no padding, no white space, unused bits zero. Decoders
/// commonly overlook the unused bits; then one signature would have several spellings, and a letter several
/// hashes.
/// </summary>
internal static class StrictBase64Url
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    internal static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(Letters))
            return false;
        var unusedBits = (text.Length % 4) switch { 0 => 0, 2 => 4, 3 => 2, _ => -1 };
        return unusedBits switch
        {
            -1 => false,
            0 => true,
            _ => (Alphabet.IndexOf(text[^1], StringComparison.Ordinal) & ((1 << unusedBits) - 1)) == 0,
        };
    }

    /// <summary>Characters that this many bytes take.</summary>
    internal static int Length(int bytes) => (bytes * 4 + 2) / 3;

    internal static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The bytes of a text found valid before.</summary>
    internal static byte[] Decode(ReadOnlySpan<char> text) => Base64Url.DecodeFromChars(text);
}
