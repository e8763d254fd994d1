using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Corrections;

/// <summary>
/// An officer corrects a notice that was sent: M36 becomes a draft, and a second officer releases it. What
/// holds for a notice holds for its correction: consent, holds, guardian, agreement, fields. Refuses:
/// REF-2121, REF-2122, REF-2305, and what PrepareLetter refuses.
/// </summary>
internal static class CorrectNotice
{
    public static async Task<Decision<LetterDraft>> Do(
        Step step, CaseRow row, PrepareCorrectionRequest request, string account)
    {
        using var span = Trace.Here();
        string[] kinds = [LetterKinds.Correction];
        var ledger = await step.Ledger(row);
        if (await PrepareLetter.MayLeave(step, row, kinds, nameof(NoticeCorrected), ledger) is { } refusal)
        {
            return refusal;
        }

        if (!VocabularyBook.Shipped.Knows("correction_reason", request.Reason))
        {
            return Refusal.Of(Refusals.CodeUnknown, ("field", "reason"), ("value", "-"));
        }

        if (await SentNotice.Find(step, row, request.LetterId) is not { } told)
        {
            return Refusal.Of(Refusals.NotToBeCorrected);
        }

        var body = CorrectionBody.Of(
            await step.Folder(row), told, request.LetterId, request.Reason, request.Fields);
        if (body.Refused)
        {
            return body.Refusal;
        }

        var letter = Heads.Complete(step, row, body.Outcome.Letter, LetterKinds.Correction, "",
            await step.Register(), ledger.Reference(Heads.KindOf(LetterKinds.Correction).Scopes));
        if (letter.Refused)
        {
            return letter.Refusal;
        }

        var revision = await step.NextDraft(row);
        var shown = Drafts.Show(
            step, row, [new MadeLetter(letter.Outcome, body.Outcome)], revision, account, kinds);
        await step.WriteDraft(row, Draft.Of(revision, account, [letter.Outcome.Draft], shown));
        await step.Journal(row, "letter-prepared", ("letters", LetterKinds.Correction),
            ("revision", Step.Text(revision)), ("corrects", request.LetterId));
        return shown;
    }

    /// <summary>
    /// Asked again when it is released: consent may have been withdrawn, and the notice refused, since.
    /// </summary>
    public static async Task<Decision<object>> Release(
        Step step, CaseRow row, IReadOnlyList<LetterToWrite> letters)
    {
        var refusal = await PrepareLetter.MayLeave(
            step, row, [LetterKinds.Correction], nameof(NoticeCorrected), await step.Ledger(row));
        var corrected = letters[0].Draft.NoticeCorrection.CorrectedLetter;
        return refusal is not null ? refusal
            : await SentNotice.Find(step, row, corrected) is null ? Refusal.Of(Refusals.NotToBeCorrected)
            : new NoticeCorrected(row.Id, letters);
    }
}
