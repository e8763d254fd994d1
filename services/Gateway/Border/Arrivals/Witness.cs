using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Gateway.Border;

/// <summary>Keeps a neighbour's checkpoints: a journal rewritten at home no longer matches abroad.</summary>
internal static class Witness
{
    public static async Task Keep(Step step, string country, string jws)
    {
        if (jws.Length == 0)
        {
            return;
        }

        var opened = CheckpointFormat.Open(jws, kid =>
            step.Identity.Trust.SignKey(kid) is { Key.Revoked: false } key && key.Country == country
                ? key.Public : null);
        if (opened.Checkpoint is not { } checkpoint || checkpoint.Country != country)
        {
            await step.JournalBorder("checkpoint-unreadable", ("from", country));
            return;
        }

        var held = await HeldJws(step, country, checkpoint.Number);
        if (held is null)
        {
            step.Db.Witnesses.Add(
                new WitnessRow { Country = country, Number = checkpoint.Number, Jws = jws, At = step.Now });
        }
        else if (held != jws)
        {
            await step.JournalBorder("checkpoint-differs", ("from", country),
                ("number", checkpoint.Number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // With the neighbour's row, which every pouch needs: it is found without asking from here on.
    private static async Task<string?> HeldJws(Step step, string country, long number)
    {
        var held = step.Db.Witnesses
            .Where(w => w.Country == country && w.Number == number).Select(w => w.Jws);
        var found = await step.Db.Neighbours.AsTracking().Where(n => n.Country == country)
            .Select(n => new { Line = n, Jws = held.FirstOrDefault() }).FirstOrDefaultAsync();
        return found is null ? await held.FirstOrDefaultAsync() : found.Jws;
    }
}
