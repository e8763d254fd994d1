using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Referral.Gateway.Feeds;

/// <summary>
/// The end of the journal, read once for all who watch: a thousand watchers cost one look, and none reads
/// further than this has come. Whoever comes back from far behind reads the journal itself up to here.
/// </summary>
internal sealed class FeedTail(Steps steps, TimeProvider clock, ILogger<FeedTail> log) : BackgroundService
{
    /// <summary>Rows of one look.</summary>
    private const int LookMax = 500;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    // Looks that nobody waits for; whoever comes to watch ends the pause.
    private static readonly TimeSpan LookUnwatched = TimeSpan.FromSeconds(1);

    // Rows are numbered as they are written and seen as they are committed. Writers take turns (Turns), so a
    // missing number is one whose step was dropped; for this long it might be one that is not committed yet.
    private static readonly TimeSpan GapWait = TimeSpan.FromSeconds(2);

    private readonly FeedWindow _window = new();
    private DateTimeOffset? _gapSince;
    private volatile TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _watchers;

    /// <summary>Last row that watchers may know; while nobody watches, as of the last second.</summary>
    public long Head => _window.Head;

    /// <summary>Last row of the journal, asked now.</summary>
    public async Task<long> Last() => await steps.Read(step =>
        step.Db.Journal.AsNoTracking().MaxAsync(e => (long?)e.Row)) ?? 0;

    /// <summary>Entries after this row in their order, for ever.</summary>
    public async IAsyncEnumerable<FeedEntry> After(
        long row, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        Interlocked.Increment(ref _watchers);
        _came.TrySetResult();
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var (entries, end, moved) = _window.After(row);
                entries ??= await FromJournal(row, end);
                foreach (var entry in entries)
                {
                    yield return entry;
                    row = entry.Row;
                }

                // A page of the journal may end before the head; then there is more to read at once.
                if (row < end && entries.Count == LookMax)
                {
                    continue;
                }

                row = Math.Max(row, end);
                await moved.WaitAsync(cancellation);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                try
                {
                    await Look();
                }
                catch (Exception fault) when (!stopping.IsCancellationRequested)
                {
                    log.FeedFaulted(fault.GetType().Name);
                }

                await Pause(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Watchers end with the gateway.
        }
    }

    private Task Pause(CancellationToken stopping)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _came = came;

        // Counted after that: who came before is seen here, who comes later ends the pause.
        return Volatile.Read(ref _watchers) > 0
            ? Task.Delay(LookAgain, clock, stopping)
            : Task.WhenAny(came.Task, Task.Delay(LookUnwatched, clock, stopping)).Unwrap();
    }

    private async Task Look()
    {
        // Nobody watches: what was written is passed by unread, and who comes reads the journal up to here.
        if (Head < 0 || Volatile.Read(ref _watchers) == 0)
        {
            _window.Pass(await Last());
            _gapSince = null;
            return;
        }

        var rows = await steps.Read(step => step.Db.Journal.AsNoTracking().Where(e => e.Row > Head)
            .OrderBy(e => e.Row).Take(LookMax).ToListAsync());
        foreach (var row in rows)
        {
            if (row.Row != Head + 1 && StillWaits())
            {
                return;
            }

            _gapSince = null;
            _window.Take(row.Row, FeedEntry.Of(row));
        }
    }

    private bool StillWaits()
    {
        var now = clock.GetUtcNow();
        _gapSince ??= now;
        return now - _gapSince < GapWait;
    }

    private Task<IReadOnlyList<FeedEntry>> FromJournal(long row, long end) =>
        steps.Read(async Task<IReadOnlyList<FeedEntry>> (step) =>
        {
            var entries = new List<FeedEntry>();
            while (entries.Count < LookMax)
            {
                var rows = await step.Db.Journal.AsNoTracking()
                    .Where(e => e.Row > row && e.Row <= end && e.Chain.StartsWith(FeedEntry.CaseChains))
                    .OrderBy(e => e.Row).Take(LookMax - entries.Count).ToListAsync();
                if (rows.Count == 0)
                {
                    break;
                }

                entries.AddRange(rows.Select(FeedEntry.Of).OfType<FeedEntry>());
                row = rows[^1].Row;
            }

            return entries;
        });
}

/// <summary>What feeds say in the log. Events 2900 to 2999.</summary>
internal static partial class Log
{
    [LoggerMessage(2901, LogLevel.Error, "The end of the journal could not be read for feeds: {Fault}")]
    public static partial void FeedFaulted(this ILogger log, string fault);

    [LoggerMessage(2902, LogLevel.Warning, "Webhook {Subscriber} does not take events: {Reason}")]
    public static partial void WebhookRefused(this ILogger log, string subscriber, string reason);
}
