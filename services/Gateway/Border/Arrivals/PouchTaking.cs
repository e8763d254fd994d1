using Microsoft.Extensions.Logging;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Border.Watch;

namespace Referral.Gateway.Border;

/// <summary>Takes an opened pouch in one transaction: receipts settle, letters take effect in order, one
/// receipt answers.</summary>
internal static class PouchTaking
{
    public static async Task<int> Take(Step step, OpenedPouch pouch, ILogger log)
    {
        step.Count(meters => meters.PouchIn(pouch.From, pouch.Receipts.Count));
        await Witness.Keep(step, pouch.From, pouch.Checkpoint);
        (await Neighbours.Of(step, pouch.From)).LastPouchIn = step.Now;
        await ReceiptTaking.Take(step, pouch, log);
        var readable = pouch.Letters.Where(letter => !letter.Content.Refused)
            .Select(letter => letter.Content.Outcome).ToList();
        var taking = new Taking(step, await Inbox.Of(step, readable),
            new ReceiptDraft(step, pouch.From, pouch.PouchId), log);
        foreach (var letter in pouch.Letters)
        {
            if (letter.Content.Refused)
            {
                await Unreadable(taking, pouch.From, letter.JwsSha256, letter.Content.Refusal.Code);
                continue;
            }

            await TakeLetter(taking, pouch.From, letter.Content.Outcome);
        }

        await taking.Answer.Write();
        return 1;
    }

    private static async Task TakeLetter(Taking taking, string from, OpenedLetter opened)
    {
        var (step, inbox) = (taking.Step, taking.Inbox);
        var head = opened.Letter.Head ?? new Letterhead();
        var sha256 = Convert.ToHexStringLower(opened.Sha256);
        var referral = Inbox.ReferralOf(head);
        var row = inbox.CaseOf(referral);
        var earlier = inbox.Earlier(opened.Signer, Inbox.IdOf(head), sha256);
        var verdict = Admission.Admission.Of(opened, new Known(
            step.Us, from, LetterSchema.Read, step.Now,
            earlier is null ? null : new InboxRow(
                Convert.FromHexString(earlier.Sha256), earlier.ReceiptId,
                SignedAgain.Replaced(step, earlier, sha256)),
            (uint)(row?.NextIn ?? 1),
            inbox.Waiting(referral, opened.Signer, head.Number) is not null,
            row is not null));
        switch (verdict)
        {
            case Verdict.Unreadable unreadable:
                await Unreadable(taking, from, opened.Sha256, unreadable.Refusal.Code);
                break;
            case Verdict.Repeat:
                if (await SignedAgain.TakesPlace(step, earlier!, opened))
                {
                    await TakeWaiting(taking, from, referral);
                }

                if (earlier!.ReceiptId != taking.Answer.ReceiptId)
                {
                    await ReceiptDraft.OweAgain(step, from, earlier.ReceiptId);
                }

                break;
            case Verdict.Hold:
                await LetterEffect.Hold(taking, opened, row);
                break;
            case Verdict.Refuse refused:
                await LetterEffect.Refuse(taking, opened, row, refused);
                await TakeWaiting(taking, from, referral);
                break;
            case Verdict.Admit:
                await LetterEffect.Admit(taking, opened, row);
                await TakeWaiting(taking, from, referral);
                break;
        }
    }

    /// <summary>Letters that waited for a gap take effect as soon as it closes, in their order.</summary>
    private static async Task TakeWaiting(Taking taking, string from, string referral)
    {
        var (step, inbox) = (taking.Step, taking.Inbox);
        while (inbox.CaseOf(referral) is { } row
            && inbox.Waiting(referral, from, row.NextIn) is { } waiting)
        {
            var opened = LetterEffect.Reopen(step, waiting);
            if (!SignedAgain.StillCounts(step, opened))
            {
                return;
            }

            var verdict = Admission.Admission.Of(opened, new Known(
                step.Us, from, LetterSchema.Read, step.Now, null, (uint)row.NextIn, false, true));
            if (verdict is Verdict.Refuse refused)
            {
                await LetterEffect.Refuse(taking, opened, row, refused, waiting);
            }
            else
            {
                await LetterEffect.Admit(taking, opened, row, waiting);
            }
        }
    }

    private static async Task Unreadable(Taking taking, string from, byte[] sha256, string code)
    {
        await taking.Step.JournalBorder("letter-unreadable", ("sender", from),
            ("jws_sha256", Convert.ToHexStringLower(sha256)), ("code", code));
        taking.Answer.Unreadable(sha256, code);
    }
}
