using Referral.Cli.Desk;
using Referral.Cli.Show;
using Referral.Contracts.Desk;

namespace Referral.Cli.OneCase;

/// <summary>What a gateway answers to a change, as rows.</summary>
internal static class AnswerPrint
{
    private static readonly string[] CaseColumns = ["Case", "Referral", "Stage", "Revisions"];
    private static readonly string[] LetterColumns = ["Letter", "Way", "Number", "State", "Id"];
    private static readonly string[] DraftColumns =
        ["Letters", "To", "Agreement", "Rule", "Class", "Draft", "Second officer"];

    public static int Case(Door door, CaseView view)
    {
        Rows.Print(door, view, CaseColumns,
        [
            [
                view.Name, view.Referral,
                view.Stage is { } stage ? Words.Of(door.Asked.Language).Marked(stage) : "",
                string.Join(' ', view.Revisions.OrderBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => $"{one.Key}={one.Value}")),
            ],
        ]);
        foreach (var warning in view.Warnings) door.Screen.Wrong($"! {warning}");
        return Exit.Holds;
    }

    /// <summary>
    /// What would go, under which rule, and what stays at home and why; then whose move it is.
    /// </summary>
    public static int Draft(Door door, LetterDraft draft)
    {
        Rows.Print(door, draft, DraftColumns,
        [
            [
                string.Join(' ', draft.Kinds), $"{draft.ToCountry} {draft.ToPost}", draft.AgreementId,
                draft.AgreementRule, draft.DataClass, Rows.Text(draft.Revision),
                draft.NeedsSecondOfficer ? "yes" : "no",
            ],
        ]);
        foreach (var warning in draft.Warnings) door.Screen.Wrong($"! {warning}");
        if (door.Asked.Output != Output.Table) return Exit.Holds;
        door.Screen.Line($"Carries: {string.Join(' ', draft.Fields)}");
        foreach (var left in draft.LeftOut) door.Screen.Line($"Stays at home: {left.Field} ({left.Code})");
        door.Screen.Line(draft.NeedsSecondOfficer
            ? "Nothing left yet. Another officer than you releases it:" : "Nothing left yet. Release it:");
        door.Screen.Line($"  referral case release {draft.Case} --draft {draft.Revision}");
        return Exit.Holds;
    }

    public static int Letters(Door door, ReleasedLetters released)
    {
        Rows.Print(door, released, LetterColumns, released.Letters.Select(one => new[]
        {
            $"{one.Kind.Code} {one.Kind.Text}", one.Direction, Rows.Text(one.Number), one.State.Text,
            one.LetterId,
        }), () => door.Screen.Line($"{released.Referral} ({released.Case})"));
        return Exit.Holds;
    }
}
