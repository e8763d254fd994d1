using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>What is to go to a country: letters of ours without a receipt, and receipts of ours.</summary>
internal static class WhatIsDue
{
    /// <summary>Whether a look with the turn to write is worth it: what is paused counts too.</summary>
    public static async Task<bool> Any(Step step, string country) =>
        await Letters(step.Db, country, step.Now, paused: false).AnyAsync()
        || await step.Db.OwedReceipts.AnyAsync(o => o.Country == country);

    /// <summary>Letters in their order, along the index over what is not settled.</summary>
    public static IQueryable<LetterOutRow> Letters(
        GatewayDb db, string country, DateTimeOffset now, bool paused) =>
        db.LettersOut
            .Where(l => l.ToCountry == country && l.DueAt != null && l.DueAt <= now
                && (!paused || l.LeftAt == null || l.AskedAgain))
            .OrderBy(l => l.Row);

    /// <summary>Receipts that are still owed, the oldest first.</summary>
    public static IQueryable<ReceiptRow> Receipts(GatewayDb db, string country) =>
        from owed in db.OwedReceipts
        where owed.Country == country
        orderby owed.Since
        join receipt in db.Receipts.Where(r => r.Direction == ReceiptDirection.Sent)
            on owed.ReceiptId equals receipt.ReceiptId
        select receipt;
}
