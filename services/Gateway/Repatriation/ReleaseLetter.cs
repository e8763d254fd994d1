using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Corrections;
using Referral.Gateway.Questions;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// A second officer releases what the first prepared: every rule is asked again, then the saga writes the
/// letters, signed, in the same transaction.
/// </summary>
internal static class ReleaseLetter
{
    /// <summary>
    /// What a second officer says who releases an answer of class P3. Asking and answering at once is open to
    /// more roles. Source: contracts/Vocabulary/events.json.
    /// </summary>
    public const string AnswerReleased = "AnswerReleased";

    /// <summary>The event that the present draft stands for; null when nothing is prepared.</summary>
    public static string? EventOf(Draft? draft) => draft is null ? null : draft.View().Kinds switch
    {
        [LetterKinds.VerificationResult] or [LetterKinds.NotANational] => "VerificationResult",
        [LetterKinds.VerificationRequest] => "VerificationRequested",
        [LetterKinds.Answer] => AnswerReleased,
        [LetterKinds.Correction] => nameof(NoticeCorrected),
        _ => nameof(NoticeReleased),
    };

    public static async Task<Refusal?> Do(
        Step step, CaseRow row, ReleaseLetterRequest request, string account, string post)
    {
        using var span = Trace.Here();
        var day = HappenedOn.Read(request.HappenedOn, step.Today);
        var draft = await step.Draft(row);
        if (day.Refused || draft is null || draft.Revision != request.DraftRevision)
        {
            return day.Refusal
                ?? Refusal.Of(Refusals.NothingPrepared, ("value", Step.Text(request.DraftRevision)));
        }

        var letters = draft.Read().Select(l => new LetterToWrite(l)).ToList();
        if (draft.PreparedBy == account && Drafts.NeedsSecond(letters))
        {
            return Refusal.Of(
                Refusals.SameOfficer, ("letter", string.Join(' ', letters.Select(l => l.Kind))));
        }

        var happened = await Decide(step, row, letters);
        if (happened.Refused)
        {
            return happened.Refusal;
        }

        await step.DropDraft(row);
        await CaseMoves.Move(
            step, row, happened.Outcome.GetType().Name, happened.Outcome,
            new Happening(day.Outcome, post, letters[0].Draft.CodedAnswer?.Question ?? ""));
        return null;
    }

    private static async Task<Decision<object>> Decide(Step step, CaseRow row, List<LetterToWrite> letters)
    {
        var kinds = letters.Select(l => l.Kind).ToList();
        if (PrepareLetter.ReleasedBy(kinds) is { } happened)
        {
            var ledger = await step.Ledger(row);
            var refusal = await PrepareLetter.MayLeave(step, row, kinds, happened, ledger);
            if (refusal is not null)
            {
                return refusal;
            }

            return happened == nameof(VerificationRequested)
                ? new VerificationRequested(row.Id, letters)
                : await WithNote(step, row, letters, ledger);
        }

        return kinds switch
        {
            [LetterKinds.Answer] => await AnswerQuestion.Release(step, row, letters),
            [LetterKinds.Correction] => await CorrectNotice.Release(step, row, letters),
            _ => await AnswerNationality.Release(step, row, letters),
        };
    }

    /// <summary>
    /// Where the route leads through the ministry, the note's reference leaves behind the notice.
    /// </summary>
    private static async Task<Decision<object>> WithNote(
        Step step, CaseRow row, List<LetterToWrite> letters, Ledger ledger)
    {
        var course = await step.Course(row);
        if (!course.RoutedViaMinistry)
        {
            return new NoticeReleased(row.Id, letters);
        }

        var note = Notice.NoteLetter(
            step, row, course.NoteNumber, course.NoteDate, await step.Register(), ledger);
        return note.Refused ? note.Refusal : new NoticeReleased(row.Id, [.. letters, note.Outcome]);
    }
}
