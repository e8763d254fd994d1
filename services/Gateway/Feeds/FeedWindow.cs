namespace Referral.Gateway.Feeds;

/// <summary>The last entries of the journal that were read for watchers, and how far reading has come.
/// </summary>
internal sealed class FeedWindow
{
    /// <summary>Entries kept in memory.</summary>
    private const int KeptMax = 4096;

    private readonly Lock _door = new();
    private readonly List<FeedEntry> _kept = [];
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _keptAfter;
    private long _head = -1;

    /// <summary>Last row that watchers may know; -1 before the first look.</summary>
    public long Head => Interlocked.Read(ref _head);

    /// <summary>What is kept after this row, how far that goes, and what ends when there is more. No entries
    /// where the row lies before what is kept.</summary>
    public (IReadOnlyList<FeedEntry>? Entries, long End, Task Moved) After(long row)
    {
        lock (_door)
        {
            return (row < _keptAfter ? null : _kept.GetRange(FirstAfter(row), _kept.Count - FirstAfter(row)),
                Head, _moved.Task);
        }
    }

    /// <summary>One row further; null for an entry that is nothing to watchers.</summary>
    public void Take(long row, FeedEntry? entry)
    {
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
        }

        if (entry is not null)
        {
            Tell();
        }
    }

    /// <summary>Passes by all up to this row unread.</summary>
    public void Pass(long row)
    {
        lock (_door)
        {
            if (row <= Head)
            {
                return;
            }

            _kept.Clear();
            _keptAfter = row;
            Interlocked.Exchange(ref _head, row);
        }

        // Somebody may have come meanwhile.
        Tell();
    }

    private void Tell()
    {
        TaskCompletionSource moved;
        lock (_door)
        {
            (moved, _moved) = (_moved, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        moved.TrySetResult();
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
}
