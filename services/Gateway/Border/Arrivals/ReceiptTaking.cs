using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Watch;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>Takes a receipt: it settles a letter only when the letter's receiver signed it and it names the
/// letter's hash.</summary>
internal static class ReceiptTaking
{
    public static async Task Take(Step step, OpenedPouch pouch, ILogger log)
    {
        var letters = await LettersOf(step, pouch);
        foreach (var receipt in pouch.Receipts)
        {
            await TakeOne(step, pouch.From, receipt, letters, log);
        }
    }

    // The letters that the receipts speak of, and their cases, asked for together.
    private static async Task<Dictionary<string, LetterOutRow>> LettersOf(Step step, OpenedPouch pouch)
    {
        var ids = pouch.Receipts.Where(receipt => !receipt.Content.Refused)
            .SelectMany(receipt => receipt.Content.Outcome.Receipt.Outcomes)
            .Select(outcome => outcome.LetterId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var letters = await step.Db.LettersOut.Where(l => ids.Contains(l.LetterId)).ToListAsync();
        await step.LoadCases([.. letters.Select(l => l.CaseId).Distinct()]);
        return letters.ToDictionary(l => l.LetterId, StringComparer.Ordinal);
    }

    private static async Task TakeOne(Step step, string from, Arrived<OpenedReceipt> arrived,
        Dictionary<string, LetterOutRow> letters, ILogger log)
    {
        if (arrived.Content.Refused)
        {
            log.ReceiptSettlesNothing(from, arrived.Content.Refusal.Code);
            await step.JournalBorder("receipt-unreadable", ("sender", from),
                ("jws_sha256", Convert.ToHexStringLower(arrived.JwsSha256)),
                ("code", arrived.Content.Refusal.Code));
            return;
        }

        var opened = arrived.Content.Outcome;
        foreach (var unreadable in opened.Receipt.Unreadable)
        {
            await step.JournalBorder("unreadable-abroad", ("from", from), ("code", unreadable.Code),
                ("token_sha256", Convert.ToHexStringLower(unreadable.TokenSha256.Span)));
        }

        foreach (var outcome in opened.Receipt.Outcomes)
        {
            await TakeOutcome(step, opened, outcome, letters.GetValueOrDefault(outcome.LetterId), log);
        }
    }

    private static async Task TakeOutcome(
        Step step, OpenedReceipt opened, Outcome outcome, LetterOutRow? letter, ILogger log)
    {
        var due = letter is null ? null : new DueLetter(
            letter.LetterId, letter.ToCountry, Convert.FromHexString(letter.Sha256), (RemState)letter.State,
            await SignedBefore(step, letter, outcome));
        switch (ReceiptMatch.Of(opened.Signer, outcome, due))
        {
            case Matched.Settle settle:
                await Settle(step, opened, letter!, settle, log);
                break;
            case Matched.Slow:
                letter!.State = (int)RemState.RelayAcceptance;
                letter.DueAt = step.Now + ResendDelay.After(
                    letter.Attempts, held: true, step.Identity.Settings.ResendSeconds, 0.5);
                break;
            case Matched.AlreadySettled { Contradicts: true }:
                await NotTaken(step, opened, outcome, "contradicts");
                break;
            case Matched.NotOurs notOurs:
                log.ReceiptSettlesNothing(opened.Signer, notOurs.Refusal.Code);
                await NotTaken(step, opened, outcome, notOurs.Refusal.Code);
                break;
        }
    }

    private static async Task Settle(
        Step step, OpenedReceipt opened, LetterOutRow letter, Matched.Settle settle, ILogger log)
    {
        letter.State = (int)settle.State;
        letter.Code = settle.Code.Length > 0 ? settle.Code : null;
        letter.DueAt = null;
        letter.SettledAt = step.Now;
        letter.ReceiptId = opened.Receipt.ReceiptId;
        var sha256 = Convert.ToHexStringLower(opened.Sha256);
        if (await step.Db.Receipts.FindAsync(opened.Receipt.ReceiptId, opened.Signer) is null)
        {
            step.Db.Receipts.Add(new ReceiptRow
            {
                ReceiptId = opened.Receipt.ReceiptId,
                Direction = ReceiptDirection.Received,
                Country = opened.Signer,
                Sha256 = sha256,
                Jws = opened.Jws,
                At = step.Now,
            });
        }

        var row = await step.Db.Cases.FindAsync(letter.CaseId)
            ?? throw new InvalidOperationException("No case.");
        await step.Journal(
            row, "receipt-received", ("receipt_id", opened.Receipt.ReceiptId), ("receipt_sha256", sha256),
            ("letter_id", letter.LetterId), ("letter_kind", letter.Kind),
            ("letter_number", Step.Text(letter.Number)),
            ("letter_sha256", letter.Sha256), ("from", opened.Signer),
            ("state", Step.Text((int)settle.State)), ("code", settle.Code));
        await SentLetters.Settled(step, row, letter);
        await OverdueLetters.Answered(step, letter);
        step.Count(meters => meters.Settled(opened.Signer, letter.State));
        log.LetterSettled(letter.Referral, letter.Number, letter.State);
    }

    // A letter that was signed again may be answered by a hash it had before. Asked by the whole id, so that
    // an index answers however many letters there are.
    private static async Task<byte[]?> SignedBefore(Step step, LetterOutRow letter, Outcome outcome)
    {
        var sha256 = Convert.ToHexStringLower(outcome.LetterSha256.Span);
        if (sha256 == letter.Sha256 || sha256.Length != letter.Sha256.Length)
        {
            return null;
        }

        var kept = Resign.ReplacedId(letter.LetterId, sha256);
        return await step.Db.LettersOut.AnyAsync(l => l.LetterId == kept && l.Sha256 == sha256)
            ? outcome.LetterSha256.ToByteArray() : null;
    }

    private static Task NotTaken(Step step, OpenedReceipt opened, Outcome outcome, string reason) =>
        step.JournalBorder("receipt-settles-nothing", ("from", opened.Signer), ("reason", reason),
            ("receipt", Convert.ToHexStringLower(opened.Sha256)), ("letter_id", SafeId(outcome.LetterId)),
            ("state", Step.Text((int)outcome.State)));

    // What a stranger writes in an id is not ours to keep: only the form of an id is.
    private static string SafeId(string letterId) => Guid.TryParseExact(letterId, "D", out _) ? letterId : "";
}
