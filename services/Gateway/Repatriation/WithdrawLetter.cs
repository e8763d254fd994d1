using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// Takes a letter back before it left; a signed, empty void takes its number. With a notice go the letters
/// that were to travel behind it. Refuses: REF-2107 once a publish was attempted.
/// </summary>
internal static class WithdrawLetter
{
    public static async Task<Refusal?> Do(Step step, CaseRow row, WithdrawLetterRequest request, string post)
    {
        var letter = await step.Db.LettersOut
            .FirstOrDefaultAsync(l => l.CaseId == row.Id && l.LetterId == request.LetterId);
        if (letter is null || letter.Kind is not (LetterKinds.Notice or LetterKinds.VerificationRequest))
        {
            return RecordEvent.NotNow(await step.StateOf(row), "LetterWithdrawn");
        }

        var together = letter.Kind == LetterKinds.Notice
            ? await step.Db.LettersOut
                .Where(l => l.CaseId == row.Id && l.DueAt != null && l.Row >= letter.Row).ToListAsync()
            : [letter];
        if (letter.DueAt is null || together.Any(l => l.LeftAt is not null))
        {
            return Refusal.Of(Refusals.AlreadyLeft, ("letter", letter.Kind));
        }

        foreach (var one in together)
        {
            await step.Void(one, "withdrawn");
        }

        if (letter.Kind == LetterKinds.Notice)
        {
            await CaseMoves.Move(step, row, nameof(NoticeWithdrawn), new NoticeWithdrawn(row.Id),
                new Happening(Status.DueDates.Text(step.Today), post));
        }

        return null;
    }
}
