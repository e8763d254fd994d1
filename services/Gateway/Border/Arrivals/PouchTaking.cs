using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>Takes an opened pouch in one transaction: receipts settle, letters take effect in order, one
/// receipt answers.</summary>
internal static class PouchTaking
{
    public static async Task<int> Take(Step step, OpenedPouch pouch, ILogger log)
    {
        await Witness.Keep(step, pouch.From, pouch.Checkpoint);
        foreach (var receipt in pouch.Receipts)
        {
            await ReceiptTaking.Take(step, pouch.From, receipt, log);
        }

        var answer = new ReceiptDraft(step, pouch.From, pouch.PouchId);
        foreach (var letter in pouch.Letters)
        {
            if (letter.Content.Refused)
            {
                await Unreadable(step, answer, pouch.From, letter.JwsSha256, letter.Content.Refusal.Code);
                continue;
            }

            await TakeLetter(step, answer, pouch.From, letter.Content.Outcome, log);
        }

        await answer.Write();
        return 1;
    }

    private static async Task TakeLetter(
        Step step, ReceiptDraft answer, string from, OpenedLetter opened, ILogger log)
    {
        var head = opened.Letter.Head ?? new Letterhead();
        var sha256 = Convert.ToHexStringLower(opened.Sha256);

        // Only what has its form is looked up; admission refuses the rest.
        var referral = ReferralNumber.TryParse(head.Referral, out _) ? head.Referral : "";
        var letterId = Guid.TryParseExact(head.LetterId, "D", out _) ? head.LetterId : "";
        var row = await step.FindReferral(referral);
        var earlier = await Earlier(step, opened.Signer, letterId, sha256);
        var verdict = Admission.Admission.Of(opened, new Known(
            step.Us, from, LetterSchema.Read, step.Now,
            earlier is null ? null : new InboxRow(
                Convert.FromHexString(earlier.Sha256), earlier.ReceiptId,
                SignedAgain.Replaced(step, earlier, sha256)),
            (uint)(row?.NextIn ?? 1),
            await Waiting(step, referral, opened.Signer, head.Number) is not null,
            row is not null));
        switch (verdict)
        {
            case Verdict.Unreadable unreadable:
                await Unreadable(step, answer, from, opened.Sha256, unreadable.Refusal.Code);
                break;
            case Verdict.Repeat:
                if (await SignedAgain.TakesPlace(step, earlier!, opened))
                {
                    await TakeWaiting(step, answer, from, referral, log);
                }

                if (earlier!.ReceiptId != answer.ReceiptId)
                {
                    await ReceiptDraft.Owe(step, from, earlier.ReceiptId);
                }

                break;
            case Verdict.Hold:
                await LetterEffect.Hold(step, answer, opened, row, log);
                break;
            case Verdict.Refuse refused:
                await LetterEffect.Refuse(step, answer, opened, row, refused, log);
                await TakeWaiting(step, answer, from, referral, log);
                break;
            case Verdict.Admit:
                await LetterEffect.Admit(step, answer, opened, row, log);
                await TakeWaiting(step, answer, from, referral, log);
                break;
        }
    }

    /// <summary>Letters that waited for a gap take effect as soon as it closes, in their order.</summary>
    private static async Task TakeWaiting(
        Step step, ReceiptDraft answer, string from, string referral, ILogger log)
    {
        while (await step.FindReferral(referral) is { } row
            && await Waiting(step, referral, from, row.NextIn) is { } waiting)
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
                await LetterEffect.Refuse(step, answer, opened, row, refused, log, waiting);
            }
            else
            {
                await LetterEffect.Admit(step, answer, opened, row, log, waiting);
            }
        }
    }

    private static async Task Unreadable(
        Step step, ReceiptDraft answer, string from, byte[] sha256, string code)
    {
        await step.JournalBorder("letter-unreadable", ("sender", from),
            ("jws_sha256", Convert.ToHexStringLower(sha256)), ("code", code));
        answer.Unreadable(sha256, code);
    }

    // The same bytes first: only then is another letter of the same id an alert.
    private static async Task<LetterInRow?> Earlier(Step step, string sender, string letterId, string sha256)
    {
        var local = step.Db.LettersIn.Local.Where(l => l.Sender == sender && l.LetterId == letterId).ToList();
        var all = local.Count > 0 ? local
            : await step.Db.LettersIn.Where(l => l.Sender == sender && l.LetterId == letterId).ToListAsync();
        return all.Find(l => l.Sha256 == sha256) ?? all.OrderBy(l => l.Row).FirstOrDefault();
    }

    private static async Task<LetterInRow?> Waiting(Step step, string referral, string sender, long number) =>
        step.Db.LettersIn.Local.FirstOrDefault(l => Is(l, referral, sender, number))
        ?? (await step.Db.LettersIn
            .Where(l => l.Referral == referral && l.Sender == sender && l.Number == number
                && l.State == (int)RemState.RelayAcceptance).ToListAsync())
            .Find(l => Is(l, referral, sender, number));

    private static bool Is(LetterInRow row, string referral, string sender, long number) =>
        row.Referral == referral && row.Sender == sender && row.Number == number
        && row.State == (int)RemState.RelayAcceptance;
}
