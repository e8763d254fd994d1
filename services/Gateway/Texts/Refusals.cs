namespace Referral.Gateway.Texts;

/// <summary>Numbers of this feature.</summary>
internal static class Refusals
{
    public const string NotHere = "REF-2701";
    public const string Changed = "REF-2702";
    public const string SignsLost = "REF-2703";
    public const string SamePerson = "REF-2704";
    public const string NotDrafted = "REF-2705";
    public const string NoMachine = "REF-2706";
}
