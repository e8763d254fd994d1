using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Referral.Verifier.Pack;

/// <summary>Names and limits of a court pack: a zip file of these parts. Format: docs/Journal.md.</summary>
public static class PackFormat
{
    /// <summary>First member of a manifest.</summary>
    public const string Version = "referral-pack/1";

    /// <summary>The typ of a manifest's signature.</summary>
    public const string ManifestTyp = "referral-pack";

    /// <summary>The typ of a letter's signature.</summary>
    public const string LetterTyp = "referral-letter";

    /// <summary>The typ of a receipt's signature.</summary>
    public const string ReceiptTyp = "referral-receipt";

    /// <summary>Signed list of the parts.</summary>
    public const string Manifest = "manifest.jws";

    /// <summary>The trust list, as the gateway held it.</summary>
    public const string Trust = "trust.json";

    /// <summary>The chain of the case.</summary>
    public const string Journal = "journal.json";

    /// <summary>Inclusion proofs of the sealed entries.</summary>
    public const string Proofs = "proofs.json";

    /// <summary>What a person reads.</summary>
    public const string Summary = "summary.html";

    /// <summary>Most parts, included.</summary>
    public const int PartsMax = 20_000;

    /// <summary>Most bytes of all parts together, unpacked, included: 256 MiB.</summary>
    public const long BytesMax = 256L << 20;

    /// <summary>Folders of the parts of which there are several.</summary>
    public const string Letters = "letters/", Receipts = "receipts/", Checkpoints = "checkpoints/",
        Witnesses = "witnesses/";

    /// <summary>Parts that every pack has beside its manifest.</summary>
    public static IReadOnlyList<string> Required { get; } = [Journal, Proofs, Summary, Trust];

    /// <summary>A letter's name: who signed it, its number, and the beginning of its hash.</summary>
    public static string LetterName(string country, long number, string jws) =>
        $"{Letters}{country}-{Text(number, "D4")}-{Hash(jws)[..16]}.jws";

    /// <summary>A receipt's name: who signed it, and the beginning of its hash.</summary>
    public static string ReceiptName(string country, string jws) =>
        $"{Receipts}{country}-{Hash(jws)[..16]}.jws";

    /// <summary>A checkpoint's name; eight digits, so that names sort as numbers do.</summary>
    public static string CheckpointName(long number) => $"{Checkpoints}{Text(number, "D8")}.jws";

    /// <summary>Name of another country's checkpoint that this gateway keeps as a witness.</summary>
    public static string WitnessName(string country, long number) =>
        $"{Witnesses}{country}-{Text(number, "D8")}.jws";

    /// <summary>SHA-256 in lower-case hex of a token's ASCII characters.</summary>
    public static string Hash(string jws) => Hash(Encoding.ASCII.GetBytes(jws));

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// What is compared on paper: SHA-256 of a trust list's bytes, in 16 groups of four hex digits.
    /// </summary>
    public static string Fingerprint(byte[] trustList) =>
        string.Join(' ', Hash(trustList).Chunk(4).Select(group => new string(group)));

    private static string Text(long number, string form) =>
        number.ToString(form, CultureInfo.InvariantCulture);
}
