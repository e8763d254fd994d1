namespace Referral.Language.Transcription;

/// A text in another script, made by rule. Original is kept as it came. Confidence runs from 0 to 1; at 0
/// there is no text, and Reason says why (a code of `Reasons`). Scheme: the rule set, with its year.
public sealed record Transcribed(
    string Original, string Text, string Scheme, double Confidence, string Reason)
{
    public bool IsMade => Confidence > 0;

    internal static Transcribed None(string original, string scheme, string reason) =>
        new(original, "", scheme, 0, reason);
}

/// Why a text was not transcribed.
public static class Reasons
{
    public const string Made = "";
    public const string Empty = "EMPTY";
    public const string TooLong = "TOO-LONG";
    public const string OtherScript = "OTHER-SCRIPT";
    public const string MixedScripts = "MIXED-SCRIPTS";
    public const string NotLetters = "NOT-LETTERS";
    public const string NotReadable = "NOT-READABLE";
}
