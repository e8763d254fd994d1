using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Referral.Gateway.Storage;
using Referral.Verifier;

namespace Referral.Gateway.Journal;

/// <summary>
/// The one sealer: at a fixed cadence it signs a checkpoint over what was committed since the last, also over
/// nothing, so that counts tell nothing.
/// </summary>
internal sealed class Sealer(Steps steps, GatewayIdentity identity, TimeProvider clock, ILogger<Sealer> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(identity.Settings.CheckpointSeconds), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                try
                {
                    await steps.Always(Seal);
                }
                catch (Exception fault) when (!stopping.IsCancellationRequested)
                {
                    log.SealerFaulted(fault.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped between two checkpoints: what is not sealed is a tail, and said to be one.
        }
    }

    /// <summary>
    /// Signs the next checkpoint over every row above the last one's. Rows are numbered in the order of
    /// commit, for a step has the only turn to write until it has committed (see Turns): none comes later
    /// below the last row of a checkpoint. Nothing is written to the entries themselves.
    /// </summary>
    internal static async Task<long> Seal(Step step)
    {
        // One look: the key may change while the gateway runs.
        var signing = step.Identity.Keys.Signing;
        var last = await step.Db.Checkpoints.AsNoTracking().OrderByDescending(c => c.Number)
            .FirstOrDefaultAsync();
        var number = (last?.Number ?? 0) + 1;
        var lastRow = last?.LastRow ?? 0;
        var open = await step.Db.Journal.AsNoTracking().Where(e => e.Row > lastRow)
            .OrderBy(e => e.Row).Select(e => new { e.Row, e.Hash }).ToListAsync();
        var checkpoint = new Checkpoint(
            step.Us, number, step.Now,
            last is null ? CheckpointFormat.NoPrevious : CheckpointFormat.Hash(last.Jws),
            MerkleTree.Root(open.ConvertAll(e => e.Hash)));
        step.Db.Checkpoints.Add(new CheckpointRow
        {
            Number = number,
            Jws = CheckpointFormat.Sign(signing.Key, signing.Kid, checkpoint),
            At = step.Now,
            LastRow = open.Count == 0 ? lastRow : open[^1].Row,
        });
        return number;
    }
}

/// <summary>What the journal says in the log. Events 2500 to 2599.</summary>
internal static partial class Log
{
    [LoggerMessage(2501, LogLevel.Error, "No checkpoint could be signed: {Fault}")]
    public static partial void SealerFaulted(this ILogger log, string fault);
}
