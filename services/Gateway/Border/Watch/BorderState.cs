using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;

namespace Referral.Gateway.Border.Watch;

/// <summary>How the border stands with each neighbour, read from the tables.</summary>
internal static class BorderState
{
    /// <summary>Letters listed that wait for a gap, and messages that could not be delivered.</summary>
    public const int HeldMax = 200;

    /// <summary>All neighbours, or one. Refuses: REF-2009.</summary>
    public static async Task<Decision<BorderView>> Of(Step step, string country)
    {
        if (country.Length > 0 && Neighbours.Unless(step.Identity, country) is { } refusal)
        {
            return refusal;
        }

        var view = new BorderView
        {
            Country = step.Us,
            At = Timestamp.FromDateTimeOffset(step.Now),
            TrustVersion = (uint)step.Identity.Trust.Version,
            Checkpoint = (ulong)(await step.Db.Checkpoints.MaxAsync(c => (long?)c.Number) ?? 0),
        };
        view.Undeliverable.Add(await Undeliverable(step));
        foreach (var one in Neighbours.All(step.Identity).Where(c => country.Length == 0 || c == country))
        {
            view.Neighbours.Add(await Neighbour(step, one));
        }

        return view;
    }

    /// <summary>One neighbour. It must be one.</summary>
    public static async Task<NeighbourView> Neighbour(Step step, string country)
    {
        var line = await step.Db.Neighbours.AsNoTracking().FirstOrDefaultAsync(n => n.Country == country);
        var witness = await step.Db.Witnesses.AsNoTracking().Where(w => w.Country == country)
            .OrderByDescending(w => w.Number).FirstOrDefaultAsync();
        var view = new NeighbourView
        {
            Country = country,
            OwedReceipts = (uint)await step.Db.OwedReceipts.CountAsync(o => o.Country == country),
            LastPouchOut = At(line?.LastPouchOut),
            LastPouchIn = At(line?.LastPouchIn),
            WitnessedCheckpoint = (ulong)(witness?.Number ?? 0),
            WitnessedAt = At(witness?.At),
            SchemaVersions = { step.Identity.Trust.Of(country)!.SchemaVersions },
            PausedSince = At(line?.PausedSince),
            CanSeal = step.Identity.Trust.SealKey(country, step.Now) is not null,
        };
        await AddDue(step, view);
        await AddHeld(step, view);
        return view;
    }

    private static async Task AddDue(Step step, NeighbourView view)
    {
        var due = step.Db.LettersOut.AsNoTracking()
            .Where(l => l.ToCountry == view.Country && l.DueAt != null);
        view.Due = (uint)await due.CountAsync();
        var left = due.Where(l => l.LeftAt != null);
        view.InFlight = (uint)await left.CountAsync();
        view.NotLeft = view.Due - view.InFlight;
        view.Attempts = (uint)(await due.MaxAsync(l => (int?)l.Attempts) ?? 0);
        view.OldestUnansweredSince = At(
            await left.OrderBy(l => l.LeftAt).Select(l => l.LeftAt).FirstOrDefaultAsync());
    }

    private static async Task AddHeld(Step step, NeighbourView view)
    {
        var held = step.Db.LettersIn.AsNoTracking()
            .Where(l => l.Sender == view.Country && l.State == (int)RemState.RelayAcceptance);
        view.Waiting = (uint)await held.CountAsync();
        var oldest = await held.OrderBy(l => l.Row).Take(HeldMax)
            .Join(step.Db.Cases, l => l.CaseId, c => c.Id, (letter, row) => new { letter, row.NextIn })
            .ToListAsync();
        view.Held.Add(oldest.OrderBy(h => h.letter.Row).Select(h => new HeldLetter
        {
            LetterId = h.letter.LetterId,
            Referral = h.letter.Referral,
            Number = (uint)h.letter.Number,
            MissingFrom = (uint)h.NextIn,
            Since = Timestamp.FromDateTimeOffset(h.letter.ArrivedAt),
        }));
    }

    private static async Task<IEnumerable<UndeliverablePouch>> Undeliverable(Step step)
    {
        var rows = await step.Db.Undeliverable.AsNoTracking().Where(r => r.TakenAt == null)
            .OrderBy(r => r.CameAt).Take(HeldMax)
            .Select(r => new { r.BodySha256, r.Sender, r.Reason, r.CameAt, r.TriedAt, Kept = r.Body != null })
            .ToListAsync();
        return rows.Select(r => new UndeliverablePouch
        {
            BodySha256 = r.BodySha256,
            Sender = r.Sender ?? "",
            Reason = r.Reason,
            Since = At(r.CameAt),
            TriedAt = At(r.TriedAt),
            Kept = r.Kept,
        });
    }

    private static Timestamp? At(DateTimeOffset? moment) =>
        moment is { } at ? Timestamp.FromDateTimeOffset(at) : null;
}
