namespace Referral.Gateway.Border.Seal;

/// <summary>
/// What a token is, said in its signed header. One kind is never taken for another, so a receipt cannot be
/// passed off as a letter although the same key signs both.
/// </summary>
internal static class JoseTypes
{
    internal const string Letter = "referral-letter";
    internal const string Receipt = "referral-receipt";
    internal const string Checkpoint = "referral-checkpoint";
    internal const string Pouch = "referral-pouch";
    internal const string TrustList = "referral-trust-list";
}
