using System.CommandLine;

namespace Referral.Cli.OneCase;

/// <summary>`referral case acknowledge` and `nationality`: what the country of origin says.</summary>
internal static class AnswerVerbs
{
    public static Verb Acknowledge(Screen screen)
    {
        var change = new Change(screen);
        var ours = new Option<string?>("--our-number")
        {
            Description = "File number at home, told to the other desk",
        };
        return change.Of(new Verb("acknowledge", "Acknowledges a notice that arrived (M02).",
            "referral case acknowledge RC-TH-LA-2026-000001-E --our-number 12/2026")
        {
            change.Case, change.On, ours,
        }, async (parsed, door, cases, id) => AnswerPrint.Letters(door, await cases.AcknowledgeAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            HappenedOn = parsed.GetValue(change.On) ?? "",
            NationalReference = parsed.GetValue(ours) ?? "",
        }, door.Options())));
    }

    public static Verb Nationality(Screen screen)
    {
        var change = new Change(screen);
        var result = new Argument<string>("RESULT")
        {
            Description = "Code of list verification_result, such as CONFIRMED",
        };
        var wanted = new Option<string[]>("--wanted")
        {
            Description = "With MORE_DATA: key of a field that is wanted",
        };
        return change.Of(new Verb("nationality", "Prepares the answer on nationality; another releases it.",
            "referral case nationality RC-TH-LA-2026-000001-E CONFIRMED",
            "referral case nationality RC-TH-LA-2026-000001-E MORE_DATA --wanted parents")
        {
            change.Case, result, change.On, wanted,
        }, async (parsed, door, cases, id) => AnswerPrint.Draft(door, await cases.AnswerNationalityAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            Result = parsed.GetValue(result),
            HappenedOn = parsed.GetValue(change.On) ?? "",
            DataWanted = { parsed.GetValue(wanted) ?? [] },
        }, door.Options())));
    }
}
