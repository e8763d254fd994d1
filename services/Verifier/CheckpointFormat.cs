using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jose;

namespace Referral.Verifier;

/// <summary>
/// How a checkpoint is signed and opened: a compact JWS (RFC 7515), ES256, typ "referral-checkpoint".
/// Format: docs/Journal.md.
/// </summary>
public static class CheckpointFormat
{
    /// <summary>The typ in the header: a letter's signature can never pass for a checkpoint's.</summary>
    public const string Typ = "referral-checkpoint";

    /// <summary>Most characters in a checkpoint, included; more is not opened.</summary>
    public const int JwsCharsMax = 4096;

    /// <summary>What checkpoint number 1 builds on: 32 zero bytes.</summary>
    public static byte[] NoPrevious => new byte[JournalFormat.HashBytes];

    /// <summary>
    /// SHA-256 of the JWS (ASCII): what the next checkpoint builds on and what is witnessed abroad.
    /// </summary>
    public static byte[] Hash(string jws) => SHA256.HashData(Encoding.ASCII.GetBytes(jws));

    /// <summary>Signs a checkpoint with a P-256 key; the kid says which.</summary>
    public static string Sign(ECDsa key, string kid, Checkpoint checkpoint)
    {
        var headers = new Dictionary<string, object> { ["kid"] = kid, ["typ"] = Typ };
        return JWT.EncodeBytes(Write(checkpoint), key, JwsAlgorithm.ES256, headers);
    }

    /// <summary>
    /// Opens a checkpoint with the key its kid names. The header is checked before anything else is
    /// decoded. Refuses, as a sentence: another algorithm or typ, any header beside alg, kid and typ, an
    /// unknown kid, a signature that does not hold, a payload that is not a checkpoint.
    /// </summary>
    public static OpenedCheckpoint Open(string jws, Func<string, ECDsa?> keyOf)
    {
        if (jws.Length > JwsCharsMax || !Ascii.IsValid(jws)) return Refuse("it is not a compact JWS");
        if (CheckpointText.ReadHeader(jws) is not { } header)
            return Refuse("its header is not exactly alg, kid and typ");
        if (header.Alg != "ES256") return Refuse("it is not signed with ES256");
        if (header.Typ != Typ) return Refuse("it was signed as something else than a checkpoint");
        if (keyOf(header.Kid) is not { } key) return Refuse("the country has no key with the kid it names");
        byte[] payload;
        try
        {
            payload = JWT.DecodeBytes(jws, key, JwsAlgorithm.ES256);
        }
        catch (Exception broken) when (broken is JoseException or FormatException or ArgumentException)
        {
            return Refuse("its signature does not hold");
        }
        return CheckpointText.ReadPayload(payload) is { } checkpoint
            ? new(checkpoint, null, header.Kid)
            : Refuse("what was signed is not a checkpoint");
    }

    private static OpenedCheckpoint Refuse(string broken) => new(null, broken);

    private static byte[] Write(Checkpoint checkpoint)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("country", checkpoint.Country);
        json.WriteNumber("number", checkpoint.Number);
        json.WriteString("at", JournalFormat.Instant(checkpoint.At));
        json.WriteString("previous", Convert.ToHexStringLower(checkpoint.Previous));
        json.WriteString("root", Convert.ToHexStringLower(checkpoint.Root));
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
