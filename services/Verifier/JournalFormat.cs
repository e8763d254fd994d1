using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Referral.Verifier;

/// <summary>
/// How a journal entry is written and hashed: the one place that knows. The gateway writes with it, the
/// verifier reads with it. The text is stored as the exact bytes written here, so nothing ever has to be
/// put in canonical form. Format: docs/Journal.md.
/// </summary>
public static class JournalFormat
{
    /// <summary>The chain for what belongs to no case, such as a token that could not be opened.</summary>
    public const string BorderChain = "border";

    /// <summary>Member that names a letter: SHA-256 of its JWS, lower-case hex.</summary>
    public const string LetterSha256 = "letter_sha256";

    /// <summary>Member that names a receipt: SHA-256 of its JWS, lower-case hex.</summary>
    public const string ReceiptSha256 = "receipt_sha256";

    /// <summary>Bytes in a hash.</summary>
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>Most bytes in the text of one entry, included. Metadata only, so this is plenty.</summary>
    public const int TextBytesMax = 8192;

    /// <summary>How an instant stands in entries and checkpoints: UTC, milliseconds.</summary>
    internal const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>
    /// What entry number 1 of a chain builds on. The chain's name is in it, so chains cannot be exchanged.
    /// </summary>
    public static byte[] Genesis(string chain) =>
        SHA256.HashData(Encoding.UTF8.GetBytes("referral-journal/1\n" + chain));

    /// <summary>
    /// SHA-256 of the hash before and the text. The hash before is always 32 bytes, so the seam is certain.
    /// </summary>
    public static byte[] Hash(byte[] previous, byte[] text)
    {
        if (previous.Length != HashBytes)
            throw new ArgumentException("The previous hash must have 32 bytes.", nameof(previous));
        return SHA256.HashData([.. previous, .. text]);
    }

    /// <summary>
    /// The text of an entry: chain, number, at, kind, then the values in the order given. Values are ids,
    /// hashes and codes, never personal data: a journal cannot forget. Throws where the caller breaks the
    /// format.
    /// </summary>
    public static byte[] WriteText(
        string chain, long number, DateTimeOffset at, string kind,
        IEnumerable<KeyValuePair<string, string>> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(chain);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        if (chain == Finding.CheckpointChain)
            throw new ArgumentException("That name is kept for reports on checkpoints.", nameof(chain));
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("chain", chain);
            json.WriteNumber("number", number);
            json.WriteString("at", Instant(at));
            json.WriteString("kind", kind);
            WriteValues(json, values);
            json.WriteEndObject();
        }
        if (bytes.WrittenCount > TextBytesMax)
            throw new ArgumentException($"A journal text has at most {TextBytesMax} bytes.", nameof(values));
        return bytes.WrittenSpan.ToArray();
    }

    internal static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    private static void WriteValues(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> values)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "chain", "number", "at", "kind" };
        foreach (var (name, value) in values)
        {
            if (!seen.Add(name))
                throw new ArgumentException($"A journal text has the member '{name}' once.", nameof(values));
            json.WriteString(name, value);
        }
    }
}
