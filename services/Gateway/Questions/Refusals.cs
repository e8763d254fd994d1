namespace Referral.Gateway.Questions;

/// <summary>Numbers of this feature.</summary>
internal static class Refusals
{
    public const string AnswerDoesNotFit = "REF-2117";
    public const string NotAsked = "REF-2118";
    public const string AnsweredAlready = "REF-2119";
    public const string OpenAlready = "REF-2120";
    public const string CodeUnknown = "REF-2305";
}
