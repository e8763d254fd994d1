namespace Referral.Gateway.Journal.Pack;

/// <summary>Numbers of packing. Sentences and remedies stand in contracts/Refusals.</summary>
internal static class Refusals
{
    public const string NoSuchCase = "REF-2004";
    public const string CaseErased = "REF-2307";
    public const string NoGatewayHere = "REF-2651";
}
