using Microsoft.Extensions.Logging;
using Referral.Contracts.Letters;
using Referral.Contracts.Refusals;
using Referral.Gateway.Agreements;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>What an arrived letter does: takes effect, waits, or is refused. Each leaves a row, an entry and
/// an outcome.</summary>
internal static class LetterEffect
{
    public static async Task Admit(
        Taking taking, OpenedLetter opened, CaseRow? row, LetterInRow? waiting = null)
    {
        using var span = Trace.Here();
        var step = taking.Step;
        row ??= await OpenCase(taking, opened);
        var permitted = Judge.PermitArrived(opened.Letter, await step.Register());
        var refusal = permitted.Refusal ?? Erased(step, row, opened)
            ?? await ArrivedLetters.NotNow(step, row, opened.Letter);
        if (refusal is not null)
        {
            var refused = new Verdict.Refuse(
                refusal, RemState.RelayRejection, TakesNumber: true, Alert: false);
            await Refuse(taking, opened, row, refused, waiting);
            return;
        }

        row.NextIn++;
        Keep(taking, opened, row, RemState.Delivery, null, waiting);
        await ArrivedLetters.Apply(step, row, opened.Letter);
        var head = opened.Letter.Head;
        var state = await step.StateOf(row);
        await step.Journal(
            row, "letter-admitted", ("letter_id", head.LetterId), ("letter_kind", HeadWords.KindOf(head)),
            ("letter_number", Step.Text(head.Number)), ("from", opened.Signer), ("kid", opened.Kid),
            ("letter_sha256", Convert.ToHexStringLower(opened.Sha256)), ("stage", state?.Stage ?? ""));
        taking.Tell(row, opened, RemState.Delivery, "");
        step.Count(meters => meters.Arrived(opened.Signer, "effect"));
        taking.Log.LetterAdmitted(head.Referral, head.Number, opened.Signer, head.Kind);
    }

    public static async Task Hold(Taking taking, OpenedLetter opened, CaseRow? row)
    {
        var step = taking.Step;
        row ??= await OpenCase(taking, opened);
        if (Erased(step, row, opened) is { } refusal)
        {
            var refused = new Verdict.Refuse(
                refusal, RemState.RelayRejection, TakesNumber: false, Alert: false);
            await Refuse(taking, opened, row, refused);
            return;
        }

        var head = opened.Letter.Head;
        Keep(taking, opened, row, RemState.RelayAcceptance, null, null);
        await step.Journal(
            row, "letter-waiting", ("letter_id", head.LetterId), ("letter_number", Step.Text(head.Number)),
            ("from", opened.Signer), ("letter_sha256", Convert.ToHexStringLower(opened.Sha256)));
        taking.Tell(row, opened, RemState.RelayAcceptance, "");
        step.Count(meters => meters.Arrived(opened.Signer, "waiting"));
    }

    // An erased case has no key to keep a letter with. The sender is told that its half takes none.
    private static Refusal? Erased(Step step, CaseRow row, OpenedLetter opened) => step.IsErased(row)
        ? Refusal.Of(
            Repatriation.Refusals.NotTakenHere, ("letter", opened.Letter.Head.Kind), ("stage", "-"))
        : null;

    public static async Task Refuse(
        Taking taking, OpenedLetter opened, CaseRow? row, Verdict.Refuse refused, LetterInRow? waiting = null)
    {
        var step = taking.Step;
        var head = opened.Letter.Head;
        var code = refused.Refusal.Code;
        if (refused.TakesNumber)
        {
            row ??= await OpenCase(taking, opened);
            row.NextIn++;
        }
        else
        {
            // It belongs to no case of ours, or contradicts one: it may not touch it.
            row = null;
        }

        Keep(taking, opened, row, refused.State, code, waiting);
        (string, string)[] what = [("letter_id", head.LetterId), ("letter_kind", HeadWords.KindOf(head)),
            ("letter_number", Step.Text(head.Number)), ("from", opened.Signer),
            ("letter_sha256", Convert.ToHexStringLower(opened.Sha256)), ("code", code),
            ("alert", refused.Alert ? "yes" : "no")];
        await (row is null
            ? step.JournalBorder("letter-refused", what) : step.Journal(row, "letter-refused", what));

        // The other side learns the number only where it is one of the few that cross.
        var told = RefusalBook.Shipped.Find(code).Crosses ? code : Repatriation.Refusals.NotTakenHere;
        taking.Tell(row, opened, refused.State, told);
        step.Count(meters => meters.Arrived(opened.Signer, "refused"));
        taking.Log.LetterRefused(HeadWords.ReferralOf(head), head.Number, opened.Signer, code);
    }

    /// <summary>A letter that waited, from its row: it was verified when it came.</summary>
    public static OpenedLetter Reopen(Step step, LetterInRow waiting)
    {
        var jws = step.JwsOf(waiting);
        return new OpenedLetter(
            waiting.Sender, "", Convert.FromHexString(waiting.Sha256), jws, LetterText.Read(jws));
    }

    private static void Keep(
        Taking taking, OpenedLetter opened, CaseRow? row, RemState state, string? code, LetterInRow? waiting)
    {
        var head = opened.Letter.Head;
        var kept = waiting ?? new LetterInRow
        {
            Sender = opened.Signer,
            LetterId = head.LetterId,
            Sha256 = Convert.ToHexStringLower(opened.Sha256),
            CaseId = row?.Id,
            Referral = HeadWords.ReferralOf(head),
            Number = head.Number,
            Kind = HeadWords.KindOf(head),
            ReceiptId = taking.Answer.ReceiptId,
            ArrivedAt = taking.Step.Now,
        };
        kept.State = (int)state;
        kept.Code = code;
        kept.ReceiptId = taking.Answer.ReceiptId;
        kept.SealedJws = row is null || code is not null
            ? null : taking.Step.SealIn(row.Id, opened.Signer, head.LetterId, opened.Jws);
        if (waiting is null)
        {
            taking.Inbox.Keep(kept);
        }
    }

    private static Task<CaseRow> OpenCase(Taking taking, OpenedLetter opened) =>
        taking.Inbox.OpenCase(opened.Letter.Head.Referral);
}
