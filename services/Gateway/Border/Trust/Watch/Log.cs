using Microsoft.Extensions.Logging;

namespace Referral.Gateway.Border.Trust;

/// <summary>What the trust list says in the log. Events 2430 to 2439.</summary>
internal static partial class Log
{
    [LoggerMessage(2430, LogLevel.Warning,
        "Trust list version {Version} with {Members} members is in force; fingerprint {Fingerprint}")]
    public static partial void ListTaken(this ILogger log, int version, int members, string fingerprint);

    [LoggerMessage(2431, LogLevel.Error,
        "The trust list offered is refused: {Code}; version {Held} stays in force")]
    public static partial void ListRefused(this ILogger log, string code, int held);

    [LoggerMessage(2432, LogLevel.Warning, "From now on this gateway signs with key {Kid}")]
    public static partial void SigningKeyChanged(this ILogger log, string kid);

    [LoggerMessage(2433, LogLevel.Warning,
        "{Count} letters and receipts that a revoked key had signed were signed again")]
    public static partial void LettersResigned(this ILogger log, int count);

    [LoggerMessage(2434, LogLevel.Warning,
        "{What} {Country} {Kid} runs out within {Days} days, on {Until}, and nothing follows it")]
    public static partial void RunsOut(
        this ILogger log, string what, string country, string kid, int days, DateTimeOffset until);

    [LoggerMessage(2435, LogLevel.Error, "{What} {Country} {Kid} ran out on {Until}, and nothing follows it")]
    public static partial void HasRunOut(
        this ILogger log, string what, string country, string kid, DateTimeOffset until);

    [LoggerMessage(2436, LogLevel.Error,
        "The trust list could not be looked at: {Fault}; the one in force stays")]
    public static partial void LookFaulted(this ILogger log, string fault);
}
