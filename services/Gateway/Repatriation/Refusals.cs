namespace Referral.Gateway.Repatriation;

/// <summary>
/// Numbers of this feature. Sentences and remedies stand in contracts/Refusals, the list in docs/Errors.md.
/// </summary>
internal static class Refusals
{
    public const string NotAtThisStage = "REF-2101";
    public const string ConsentMissing = "REF-2102";
    public const string OnHold = "REF-2103";
    public const string SameOfficer = "REF-2104";
    public const string NothingPrepared = "REF-2105";
    public const string ToItself = "REF-2106";
    public const string AlreadyLeft = "REF-2107";
    public const string GuardianMissing = "REF-2109";
    public const string ApprovalMissing = "REF-2110";
    public const string AnsweredAlready = "REF-2111";
    public const string ThroughMinistry = "REF-2112";
    public const string NoteMissing = "REF-2113";

    /// <summary>The diplomatic channel is for pairs without an operated agreement.</summary>
    public const string ThereIsAWay = "REF-2116";

    /// <summary>Told by the receiver: its half of the referral cannot take this letter now.</summary>
    public const string NotTakenHere = "REF-2418";
}
