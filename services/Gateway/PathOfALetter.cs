using Microsoft.Extensions.Logging;

namespace Referral.Gateway;

/// <summary>
/// The program explains itself: at start it prints the path of a letter, a sentence a step.
/// </summary>
internal static partial class PathOfALetter
{
    private static readonly string[] Out =
    [
        "Door: who asks, by which post and role, once for each command id",
        "CaseFile: is the folder complete, do consent and holds allow it",
        "Agreements: which instrument is operated, which fields may go, under which rule",
        "Repatriation: the saga decides and moves",
        "Step: one transaction writes saga, folder, journal, deadline and the signed letter with its number",
        "Border: what waits for one country goes together, sealed, until its receipt settles each letter",
    ];

    private static readonly string[] In =
    [
        "Border: who brought it, does the seal open, does the signature hold, is it a repeat or too early",
        "Agreements: was it operated when the letter was written, does it carry only what the rule allows",
        "Step: one transaction for the pouch writes saga, journal, deadline, task and one signed receipt",
        "CaseFile: fields rendered for the reader, beside the original",
    ];

    public static void Print(ILogger log, string country)
    {
        log.Starting(country);
        for (var i = 0; i < Out.Length; i++)
        {
            log.LeavesBy(i + 1, Out[i]);
        }

        for (var i = 0; i < In.Length; i++)
        {
            log.ArrivesBy(i + 1, In[i]);
        }
    }

    [LoggerMessage(1001, LogLevel.Information, "The gateway of {Country} starts")]
    private static partial void Starting(this ILogger log, string country);

    [LoggerMessage(1002, LogLevel.Information, "A letter leaves, step {Number}: {What}")]
    private static partial void LeavesBy(this ILogger log, int number, string what);

    [LoggerMessage(1003, LogLevel.Information, "A letter arrives, step {Number}: {What}")]
    private static partial void ArrivesBy(this ILogger log, int number, string what);
}
