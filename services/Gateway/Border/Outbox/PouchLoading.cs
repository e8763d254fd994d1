using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Watch;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>
/// Loads a pouch from the tables: due letters in their order, owed receipts, the latest checkpoint.
/// </summary>
internal static class PouchLoading
{
    /// <summary>
    /// Takes what is due for a country and marks it as having left, before a publish is attempted: from here
    /// on no letter in it can be withdrawn. Null when nothing is due, or another replica has a pouch under
    /// way; no pouch goes for a checkpoint alone.
    /// </summary>
    /// <param name="step">The open transaction.</param>
    /// <param name="country">Receiver.</param>
    /// <param name="jitter">0 to 1, for the pause before the next attempt.</param>
    /// <param name="taken">The pouch before, to be entered as taken; null for none.</param>
    /// <param name="begin">
    /// Begins the span over the pouch's way, going on from where its letters were written; null for none.
    /// </param>
    public static async Task<PouchLoad?> Gather(
        Step step, string country, double jitter, PouchLoad? taken = null,
        Func<IEnumerable<string?>, Activity?>? begin = null)
    {
        var limits = PouchLimits.Default;
        var (line, checkpoint, owes) = await Neighbours.ForPouch(step, country);
        if (taken is not null)
        {
            await PouchSent.Taken(step, taken);
        }

        if (LineLease.IsAnothers(step, line))
        {
            return null;
        }

        var letters = await Due(step, country, line);
        if (await VoidExpired(step, letters))
        {
            letters = await Due(step, country, line);
        }

        var owed = owes
            ? await WhatIsDue.Receipts(step.Db, country).Take(limits.LettersMax).ToListAsync() : [];
        var sealKey = step.Identity.Trust.SealKey(country, step.Now);
        if ((letters.Count == 0 && owed.Count == 0) || sealKey is null)
        {
            return null;
        }

        var pouch = new Pouch
        {
            PouchId = Guid.CreateVersion7(step.Now).ToString("D"),
            FromCountry = step.Us,
            ToCountry = country,
            Checkpoint = checkpoint,
        };
        await step.LoadKeys([.. letters.Select(l => l.CaseId).Distinct()]);
        var receiptIds = await AddReceipts(step, pouch, owed, limits);
        var letterIds = await AddLetters(step, pouch, letters, limits, jitter);
        if (letterIds.Count == 0 && receiptIds.Count == 0)
        {
            return null;
        }

        foreach (var id in letterIds.Where(l => l.LeftAt is null))
        {
            id.LeftAt = step.Now;
        }

        LineLease.Take(step, line);
        var span = begin?.Invoke(letterIds.Select(l => l.Traceparent));
        pouch.Traceparent = span is null ? "" : Trace.Traceparent ?? "";
        var token = PouchSeal.Seal(PouchPadding.Pad(pouch, limits.PadStepBytes), sealKey);
        return new PouchLoad(
            new SealedPouch { PouchId = pouch.PouchId, From = step.Us, To = country, Token = token },
            country, [.. letterIds.Select(l => l.LetterId)], receiptIds,
            [.. letterIds.Where(l => l.AskedAgain).Select(l => l.LetterId)], span,
            Full: letters.Count == step.Identity.Settings.PouchLetters || owed.Count == limits.LettersMax
                || letterIds.Count < letters.Count || receiptIds.Count < owed.Count);
    }

    private static Task<List<LetterOutRow>> Due(Step step, string country, NeighbourRow line) =>
        WhatIsDue.Letters(step.Db, country, step.Now, line.PausedSince is not null)
            .Take(step.Identity.Settings.PouchLetters).ToListAsync();

    // What has not left is due from when it was written, so what expired before it left is among these.
    private static async Task<bool> VoidExpired(Step step, IReadOnlyList<LetterOutRow> due)
    {
        var expired = due.Where(l => l.LeftAt is null && l.ExpiresAt <= step.Now).ToList();
        foreach (var letter in expired)
        {
            if (await JwsOf(step, letter) is not null)
            {
                await step.Void(letter, "expired");
            }
        }

        if (expired.Count > 0)
        {
            await step.Save();
        }

        return expired.Count > 0;
    }

    private static async Task<IReadOnlyList<string>> AddReceipts(
        Step step, Pouch pouch, IReadOnlyList<ReceiptRow> owed, PouchLimits limits)
    {
        var added = new List<string>();
        var revoked = Resign.Revoked(step.Identity);
        foreach (var receipt in owed)
        {
            await Resign.Receipt(step, receipt, revoked);
            if (pouch.CalculateSize() + receipt.Jws.Length > limits.PouchBytesMax)
            {
                break;
            }

            pouch.Receipts.Add(SignedTokens.Pack(receipt.Jws));
            added.Add(receipt.ReceiptId);
        }

        return added;
    }

    private static async Task<List<LetterOutRow>> AddLetters(
        Step step, Pouch pouch, IReadOnlyList<LetterOutRow> due, PouchLimits limits, double jitter)
    {
        var added = new List<LetterOutRow>();
        foreach (var letter in due)
        {
            if (await JwsOf(step, letter) is not { } jws)
            {
                continue;
            }

            if (pouch.CalculateSize() + jws.Length > limits.PouchBytesMax)
            {
                break;
            }

            pouch.Letters.Add(SignedTokens.Pack(jws));
            letter.Attempts++;
            letter.DueAt = step.Now + ResendDelay.After(
                letter.Attempts, letter.State == (int)RemState.RelayAcceptance,
                step.Identity.Settings.ResendSeconds, jitter);
            added.Add(letter);
        }

        return added;
    }

    /// <summary>
    /// The letter as signed; null when its case was erased: then it can leave no more, and holds up no other.
    /// </summary>
    private static async Task<string?> JwsOf(Step step, LetterOutRow letter)
    {
        try
        {
            return step.JwsOf(letter);
        }
        catch (KeyErased)
        {
            letter.DueAt = null;
            if (await step.Db.Cases.FindAsync(letter.CaseId) is { } row)
            {
                await step.Journal(
                    row, "letter-voided", ("letter_id", letter.LetterId), ("letter_kind", letter.Kind),
                    ("letter_number", Step.Text(letter.Number)), ("letter_sha256", letter.Sha256),
                    ("reason", "erased"));
            }

            return null;
        }
    }
}
