using Microsoft.Extensions.Logging;

namespace Referral.Gateway.Border;

/// <summary>
/// What the border says in the log: countries, counts and numbers, never a name. Events 2400 to 2499.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(2401, LogLevel.Information,
        "A pouch for {Country} was taken: {Letters} letters, {Receipts} receipts")]
    public static partial void PouchTaken(this ILogger log, string country, int letters, int receipts);

    [LoggerMessage(2402, LogLevel.Warning,
        "The carrier did not take a pouch for {Country} ({Faults} in a row): {Reason}")]
    public static partial void CarrierFaulted(this ILogger log, string country, int faults, string reason);

    [LoggerMessage(2403, LogLevel.Error, "The outbox for {Country} met a fault of the machine: {Fault}")]
    public static partial void OutboxFaulted(this ILogger log, string country, string fault);

    [LoggerMessage(2404, LogLevel.Warning, "A pouch could not be read: {Code}; answered to {Sender}")]
    public static partial void PouchUnreadable(this ILogger log, string code, string sender);

    [LoggerMessage(2405, LogLevel.Information,
        "{Referral}: letter {Number} from {Country} took effect ({Kind})")]
    public static partial void LetterAdmitted(
        this ILogger log, string referral, long number, string country, string kind);

    [LoggerMessage(2406, LogLevel.Warning, "{Referral}: letter {Number} from {Country} was refused: {Code}")]
    public static partial void LetterRefused(
        this ILogger log, string referral, long number, string country, string code);

    [LoggerMessage(2407, LogLevel.Error,
        "A pouch from {Country} met a fault of the machine ({Fault}); each letter is taken alone")]
    public static partial void PouchFaulted(this ILogger log, string country, string fault);

    [LoggerMessage(2408, LogLevel.Error,
        "A letter from {Country} met a fault of the machine ({Fault}): not answered, it stays due there")]
    public static partial void LetterFaulted(this ILogger log, string country, string fault);

    [LoggerMessage(2409, LogLevel.Warning, "A receipt from {Country} settles nothing: {Code}")]
    public static partial void ReceiptSettlesNothing(this ILogger log, string country, string code);

    [LoggerMessage(2410, LogLevel.Information, "{Referral}: letter {Number} is settled, state {State}")]
    public static partial void LetterSettled(this ILogger log, string referral, long number, int state);

    [LoggerMessage(2411, LogLevel.Error,
        "A message of {Sender} could not be delivered ({Reason}): {BodySha256}, kept: {Kept}. "
        + "docs/Operations.md says what to do")]
    public static partial void PouchUndeliverable(
        this ILogger log, string sender, string reason, string bodySha256, bool kept);
}
