using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border;

/// <summary>
/// The letter inside a JWS that is ours or was verified before; no signature is checked here.
/// </summary>
internal static class LetterText
{
    public static Letter Read(string jws) => Letter.Parser.ParseFrom(Payload(jws));

    /// <summary>What was signed.</summary>
    public static byte[] Payload(string jws)
    {
        var payload = jws.AsSpan(jws.IndexOf('.') + 1);
        return Base64Url.DecodeFromChars(payload[..payload.IndexOf('.')]);
    }

    /// <summary>The key that its header names.</summary>
    public static string KidOf(string jws)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(jws.AsSpan(0, jws.IndexOf('.'))));
        return header.RootElement.GetProperty("kid").GetString() ?? "";
    }
}

/// <summary>Catalogue ids of the letters this version knows, by their body.</summary>
internal static class LetterKinds
{
    public const string Void = "VOID";
    public const string Notice = "M01";
    public const string Acknowledgement = "M02";
    public const string VerificationRequest = "M03";
    public const string VerificationResult = "M04";
    public const string TracingRequest = "M05";
    public const string NotANational = "M28";
    public const string Note = "M30";
    public const string Question = "M34";
    public const string Answer = "M35";
    public const string Correction = "M36";

    /// <summary>The kind that the body is; null for a body unknown here.</summary>
    public static string? Of(Letter letter) => letter.BodyCase switch
    {
        Letter.BodyOneofCase.None => null,
        Letter.BodyOneofCase.Void => Void,
        // The catalogue number stands in the body's field number: 101 is M01.
        var body => string.Create(CultureInfo.InvariantCulture, $"M{(int)body - 100:D2}"),
    };
}
