using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Watch;

namespace Referral.Gateway.Border;

/// <summary>What came of handing a pouch to the carrier: it took it, or it did not.</summary>
internal static class PouchSent
{
    /// <summary>
    /// The carrier took it. A receipt is owed no longer; a letter stays due until its receipt comes. Where
    /// this is never entered, for the process died first, the same bytes go once more: abroad, a repeat.
    /// </summary>
    public static async Task<int> Taken(Step step, PouchLoad load)
    {
        var line = await Neighbours.Of(step, load.Country);
        line.LastPouchOut = step.Now;
        LineLease.GiveBack(step, line);
        if (load.AskedIds.Count > 0)
        {
            await step.Db.LettersOut.Where(l => load.AskedIds.Contains(l.LetterId))
                .ExecuteUpdateAsync(letter => letter.SetProperty(l => l.AskedAgain, false));
        }

        step.Count(meters => meters.PouchOut(load.Country, load.ReceiptIds.Count));
        return load.ReceiptIds.Count == 0 ? 0 : await step.Db.OwedReceipts
            .Where(o => o.Country == load.Country && load.ReceiptIds.Contains(o.ReceiptId))
            .ExecuteDeleteAsync();
    }

    /// <summary>The carrier did not take it: relay failure, and the letters are due again at once.</summary>
    public static async Task<int> CameBack(Step step, PouchLoad load)
    {
        LineLease.GiveBack(step, await Neighbours.Of(step, load.Country));
        var letters = await step.Db.LettersOut.Where(l => load.LetterIds.Contains(l.LetterId)).ToListAsync();
        foreach (var letter in letters.Where(l => l.DueAt is not null))
        {
            letter.DueAt = step.Now;

            // It was not sent: a long outage of the broker must not make the pause after it an hour long.
            letter.Attempts = Math.Max(letter.Attempts - 1, 0);
            letter.State = Admission.RemTransitions.May((RemState)letter.State, RemState.RelayFailure)
                ? (int)RemState.RelayFailure : letter.State;
        }

        step.Count(meters => meters.PouchReturned(load.Country));
        return letters.Count;
    }
}
