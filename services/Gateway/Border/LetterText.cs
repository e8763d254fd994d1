using System.Buffers.Text;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border;

/// <summary>
/// The letter inside a JWS that is ours or was verified before; no signature is checked here.
/// </summary>
internal static class LetterText
{
    public static Letter Read(string jws)
    {
        var payload = jws.AsSpan(jws.IndexOf('.') + 1);
        payload = payload[..payload.IndexOf('.')];
        return Letter.Parser.ParseFrom(Base64Url.DecodeFromChars(payload));
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
    public const string ChannelChange = "M32";

    /// <summary>The kind that the body is; null for a body unknown here.</summary>
    public static string? Of(Letter letter) => letter.BodyCase switch
    {
        Letter.BodyOneofCase.Void => Void,
        Letter.BodyOneofCase.VictimIdentificationNotice => Notice,
        Letter.BodyOneofCase.NoticeAcknowledged => Acknowledgement,
        Letter.BodyOneofCase.NationalityVerificationRequested => VerificationRequest,
        Letter.BodyOneofCase.NationalityVerificationResult => VerificationResult,
        Letter.BodyOneofCase.FamilyTracingRequested => TracingRequest,
        Letter.BodyOneofCase.NotANational => NotANational,
        Letter.BodyOneofCase.DiplomaticNoteReference => Note,
        Letter.BodyOneofCase.CaseTransferredOfChannel => ChannelChange,
        _ => null,
    };
}
