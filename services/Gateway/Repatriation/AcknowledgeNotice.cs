using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>An officer of the origin acknowledges the notice: M02 leaves, the case moves on.</summary>
internal static class AcknowledgeNotice
{
    public static async Task<Refusal?> Do(Step step, CaseRow row, AcknowledgeRequest request, string post)
    {
        using var span = Trace.Here();
        var state = await step.StateOf(row);
        var day = HappenedOn.Read(request.HappenedOn, step.Today);
        if (day.Refused || !CaseStages.Accepts(row.Side, state, nameof(Acknowledged)))
        {
            return day.Refusal ?? RecordEvent.NotNow(state, nameof(Acknowledged));
        }

        var reference = new Agreements.FieldValues { { "national_ref_origin", request.NationalReference } };
        if (CaseFile.Rules.TextChecks.Look(reference, CaseFile.Rules.FolderLimits.Shipped) is { } badly)
        {
            return badly;
        }

        var body = new Letter
        {
            NoticeAcknowledged = new NoticeAcknowledged { NationalReference = request.NationalReference },
        };
        var letter = Heads.Complete(
            step, row, body, LetterKinds.Acknowledgement, "", await step.Register(), consent: "");
        if (letter.Refused)
        {
            return letter.Refusal;
        }

        await step.CloseTasks(row, "ACKNOWLEDGE", "READ_NOTE");
        await CaseMoves.Move(step, row, nameof(Acknowledged),
            new Acknowledged(row.Id, [letter.Outcome]), new Happening(day.Outcome, post));
        return null;
    }
}
