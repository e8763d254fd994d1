namespace Referral.Gateway.Corrections;

/// <summary>Numbers of this feature.</summary>
internal static class Refusals
{
    public const string NotToBeCorrected = "REF-2121";
    public const string NothingToCorrect = "REF-2122";
    public const string CodeUnknown = "REF-2305";
    public const string FieldMissing = "REF-2306";
}
