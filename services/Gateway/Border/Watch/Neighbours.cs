using Microsoft.EntityFrameworkCore;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Border.Watch;

/// <summary>The lines to the neighbours: who they are, and the row that says how one stands.</summary>
internal static class Neighbours
{
    /// <summary>Codes of the trust list without our own, sorted.</summary>
    public static IEnumerable<string> All(GatewayIdentity identity) => identity.Trust.Members
        .Select(member => member.Country).Where(country => country != identity.Code)
        .Order(StringComparer.Ordinal);

    /// <summary>Refuses what is no neighbour. REF-2009.</summary>
    public static Refusal? Unless(GatewayIdentity identity, string country) =>
        All(identity).Contains(country, StringComparer.Ordinal)
            ? null
            : Refusal.Of("REF-2009", ("field", "country"), ("rule", string.Join(" | ", All(identity))));

    public static async Task<bool> Paused(Step step, string country) =>
        (await Of(step, country)).PausedSince is not null;

    /// <summary>The row to change; made when there is none.</summary>
    public static async Task<NeighbourRow> Of(Step step, string country)
    {
        var row = await step.Db.Neighbours.FindAsync(country);
        if (row is null)
        {
            row = new NeighbourRow { Country = country };
            step.Db.Neighbours.Add(row);
        }

        return row;
    }

    /// <summary>
    /// The same, our latest checkpoint, empty before the first, and whether a receipt is owed: one question.
    /// </summary>
    public static async Task<(NeighbourRow Line, string Checkpoint, bool Owed)> ForPouch(
        Step step, string country)
    {
        var latest = step.Db.Checkpoints.OrderByDescending(c => c.Number).Select(c => c.Jws);
        var owed = step.Db.OwedReceipts.Where(o => o.Country == country);
        var found = await step.Db.Neighbours.AsTracking().Where(n => n.Country == country)
            .Select(n => new { Line = n, Checkpoint = latest.FirstOrDefault(), Owed = owed.Any() })
            .FirstOrDefaultAsync();
        return found is null
            ? (await Of(step, country), await latest.FirstOrDefaultAsync() ?? "", await owed.AnyAsync())
            : (found.Line, found.Checkpoint ?? "", found.Owed);
    }
}
