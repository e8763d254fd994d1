namespace Referral.Gateway.CaseFile.Rules;

/// <summary>What the folder's rules refuse. Values name the field and the limit, never what stands in the
/// field.</summary>
internal static class Refusals
{
    public const string TooLong = "REF-2008";
    public const string FieldNotValid = "REF-2009";
    public const string OwnConsentMissing = "REF-2102";
    public const string DefinitionNotMet = "REF-2115";
    public const string PictureOfThePerson = "REF-2301";
    public const string AttachmentNotTaken = "REF-2302";
    public const string DateImpossible = "REF-2303";
    public const string DateDisagrees = "REF-2304";
    public const string CodeUnknown = "REF-2305";
    public const string FieldMissing = "REF-2306";
    public const string NameNotConfirmed = "REF-2308";

    public static Refusal Field(string code, string field, params (string Name, string Value)[] more) =>
        Refusal.Of(code, [("field", field), .. more]);
}
