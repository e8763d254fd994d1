namespace Referral.Language.Translation.Servers;

/// Why there is no translation: a code, never a word of the text or of the server's answer.
public sealed class NotTranslated(string code, Exception? cause = null) : Exception(code, cause)
{
    public const string SwitchedOff = "SWITCHED_OFF";
    public const string TooLong = "TOO_LONG";
    public const string LanguageMissing = "LANGUAGE_MISSING";
    public const string BadRequest = "BAD_REQUEST";
    public const string KeyRefused = "KEY_REFUSED";
    public const string TooFast = "TOO_FAST";
    public const string ServerFault = "SERVER_FAULT";
    public const string Unreachable = "UNREACHABLE";
    public const string Resting = "RESTING";
    public const string AnswerUnreadable = "ANSWER_UNREADABLE";
    public const string NamesLost = "NAMES_LOST";

    public string Code => Message;

    internal static NotTranslated Unreadable() => new(AnswerUnreadable);
}
