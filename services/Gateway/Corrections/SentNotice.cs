using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Corrections;

/// <summary>What the other side holds of a notice of ours, with the corrections that followed it.</summary>
internal static class SentNotice
{
    /// <summary>
    /// Null where no notice of this id left: it was withdrawn, was refused, or never was. One whose receipt
    /// is still awaited may be corrected: the correction comes behind it.
    /// </summary>
    public static async Task<TakenTogether?> Find(Step step, CaseRow row, string letterId)
    {
        string[] kinds = [LetterKinds.Notice, LetterKinds.Correction];
        var left = await step.Db.LettersOut.AsNoTracking()
            .Where(l => l.CaseId == row.Id && kinds.Contains(l.Kind) && l.LeftAt != null && l.Code == null
                // A row in this state keeps bytes that others have taken the place of.
                && l.State != (int)RemState.SubmissionRejection)
            .OrderBy(l => l.Number).ToListAsync();
        return left.Exists(l => l.Kind == LetterKinds.Notice && l.LetterId == letterId)
            ? TakenTogether.Of(left.Select(step.Read)) : null;
    }
}
