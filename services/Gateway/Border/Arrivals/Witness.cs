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

        var held = await step.Db.Witnesses.AsNoTracking()
            .SingleOrDefaultAsync(w => w.Country == country && w.Number == checkpoint.Number);
        if (held is null)
        {
            step.Db.Witnesses.Add(
                new WitnessRow { Country = country, Number = checkpoint.Number, Jws = jws, At = step.Now });
        }
        else if (held.Jws != jws)
        {
            await step.JournalBorder("checkpoint-differs", ("from", country),
                ("number", checkpoint.Number.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
