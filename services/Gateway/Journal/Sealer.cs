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
                    await Seal(steps);
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
    /// below the last row of a checkpoint. So they are read without the turn, however many they are. Nothing
    /// is written to the entries themselves.
    /// </summary>
    internal static async Task<long> Seal(Steps steps)
    {
        var open = await steps.Read(Look);
        return await steps.Always(step => Sign(step, open));
    }

    private static async Task<Open> Look(Step step)
    {
        var last = await Last(step);
        var lastRow = last?.LastRow ?? 0;
        var entries = await step.Db.Journal.Where(e => e.Row > lastRow).OrderBy(e => e.Row)
            .Select(e => new { e.Row, e.Hash }).ToListAsync();
        return new Open((last?.Number ?? 0) + 1, entries.Count == 0 ? lastRow : entries[^1].Row,
            MerkleTree.Root(entries.ConvertAll(e => e.Hash)));
    }

    // Another replica may have sealed since: then these rows are under its checkpoint.
    private static async Task<long> Sign(Step step, Open open)
    {
        var last = await Last(step);
        if (last?.Number >= open.Number)
        {
            return last.Number;
        }

        // One look: the key may change while the gateway runs.
        var signing = step.Identity.Keys.Signing;
        var checkpoint = new Checkpoint(
            step.Us, open.Number, step.Now,
            last is null ? CheckpointFormat.NoPrevious : CheckpointFormat.Hash(last.Jws), open.Root);
        step.Db.Checkpoints.Add(new CheckpointRow
        {
            Number = open.Number,
            Jws = CheckpointFormat.Sign(signing.Key, signing.Kid, checkpoint),
            At = step.Now,
            LastRow = open.LastRow,
        });
        return open.Number;
    }

    private static Task<CheckpointRow?> Last(Step step) =>
        step.Db.Checkpoints.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync();

    /// <summary>What no checkpoint is over yet, and the number of the one that will be.</summary>
    private sealed record Open(long Number, long LastRow, byte[] Root);
}

/// <summary>What the journal says in the log. Events 2500 to 2599.</summary>
internal static partial class Log
{
    [LoggerMessage(2501, LogLevel.Error, "No checkpoint could be signed: {Fault}")]
    public static partial void SealerFaulted(this ILogger log, string fault);
}
