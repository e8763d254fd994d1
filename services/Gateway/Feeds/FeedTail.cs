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
    /// <summary>Entries kept in memory.</summary>
    private const int KeptMax = 4096;

    /// <summary>Rows of one look.</summary>
    private const int LookMax = 500;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    // Rows are numbered as they are written and seen as they are committed. Writers take turns (Turns), so a
    // missing number is one whose step was dropped; for this long it might be one that is not committed yet.
    private static readonly TimeSpan GapWait = TimeSpan.FromSeconds(2);

    private readonly Lock _door = new();
    private readonly List<FeedEntry> _kept = [];
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _keptAfter;
    private long _head = -1;
    private DateTimeOffset? _gapSince;

    /// <summary>Last row that watchers may know.</summary>
    public long Head => Interlocked.Read(ref _head);

    /// <summary>Entries after this row in their order, for ever.</summary>
    public async IAsyncEnumerable<FeedEntry> After(
        long row, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var (entries, end, moved) = Kept(row);
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

                await Task.Delay(LookAgain, clock, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Watchers end with the gateway.
        }
    }

    private async Task Look()
    {
        if (Head < 0)
        {
            var newest = await steps.Read(step =>
                step.Db.Journal.AsNoTracking().MaxAsync(e => (long?)e.Row));
            _keptAfter = newest ?? 0;
            Interlocked.Exchange(ref _head, _keptAfter);
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
            Take(row.Row, FeedEntry.Of(row));
        }
    }

    private bool StillWaits()
    {
        var now = clock.GetUtcNow();
        _gapSince ??= now;
        return now - _gapSince < GapWait;
    }

    private void Take(long row, FeedEntry? entry)
    {
        TaskCompletionSource moved;
        lock (_door)
        {
            if (entry is not null)
            {
                _kept.Add(entry);
            }

            // Half of them at a time, so that making room costs nothing an entry.
            if (_kept.Count > KeptMax)
            {
                _keptAfter = _kept[(KeptMax / 2) - 1].Row;
                _kept.RemoveRange(0, KeptMax / 2);
            }

            Interlocked.Exchange(ref _head, row);
            if (entry is null)
            {
                return;
            }

            moved = _moved;
            _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        moved.TrySetResult();
    }

    // Null where the row lies before what is kept.
    private (IReadOnlyList<FeedEntry>? Entries, long End, Task Moved) Kept(long row)
    {
        lock (_door)
        {
            return (row < _keptAfter ? null : _kept.GetRange(FirstAfter(row), _kept.Count - FirstAfter(row)),
                Head, _moved.Task);
        }
    }

    // A thousand watchers ask this for each entry: not from the front.
    private int FirstAfter(long row)
    {
        var (from, to) = (0, _kept.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _kept[middle].Row > row ? (from, middle) : (middle + 1, to);
        }

        return from;
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
