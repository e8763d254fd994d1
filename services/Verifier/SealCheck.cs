namespace Referral.Verifier;

/// <summary>
/// Goes through the checkpoints beside the entries: each must cover exactly the entries assigned to it.
/// Keeps one checkpoint's <see cref="MerkleStack"/> and nothing more.
/// </summary>
internal sealed class SealCheck : IDisposable
{
    private readonly FindingList findings;
    private readonly CheckpointCheck checkpoints;
    private readonly IEnumerator<StoredCheckpoint> stream;
    private readonly MerkleStack leaves = new();
    private StoredCheckpoint? next;
    private (long First, long Last) rows;
    private (long Place, StoredEntry Entry)? firstUnsealed;
    private bool toldUnsealed;
    private long current;
    private long lastPlace;

    public SealCheck(JournalReading reading, FindingList findings)
    {
        this.findings = findings;
        checkpoints = new(reading, findings);
        stream = reading.Checkpoints.GetEnumerator();
        ReadNext();
    }

    public long Checkpoints { get; private set; }

    public long UnsealedTail { get; private set; }

    /// <summary>Puts an entry under the checkpoint it is assigned to.</summary>
    public void Take(StoredEntry entry, byte[] computed, long place)
    {
        if (entry.Checkpoint is not { } number)
        {
            firstUnsealed ??= (place, entry);
            UnsealedTail++;
            return;
        }
        if (firstUnsealed is { } unsealed && !toldUnsealed)
        {
            toldUnsealed = true;
            findings.Entry(unsealed.Place, Refusals.CheckpointBroken,
                (unsealed.Entry.Chain, unsealed.Entry.Number),
                "no checkpoint covers it, though entries after it are covered");
        }
        if (number < 1 || number < current)
        {
            findings.Entry(place, Refusals.CheckpointBroken, (entry.Chain, entry.Number),
                $"it is assigned to checkpoint {number} but stands after entries of checkpoint {current}");
            return;
        }
        MoveTo(number);
        rows = (leaves.Count == 0 ? entry.Row : rows.First, entry.Row);
        leaves.Add(computed);
        lastPlace = place;
    }

    /// <summary>After the last entry: the checkpoints that are left cover nothing.</summary>
    public void Finish()
    {
        Close();
        while (next is { } left)
        {
            current = left.Number;
            Close();
        }
        checkpoints.Finish(lastPlace);
    }

    public void Dispose() => stream.Dispose();

    // Steps over checkpoints on file one by one, and over numbers that are not on file in one leap: a row
    // may name any number at all.
    private void MoveTo(long number)
    {
        while (current < number)
        {
            Close();
            current = next is null ? number : Math.Min(number, next.Number);
        }
    }

    private void Close()
    {
        if (current == 0) return;
        if (next?.Number == current)
        {
            checkpoints.Take(next, new(leaves.Root(), leaves.Count, rows), lastPlace);
            ReadNext();
        }
        else if (leaves.Count > 0)
            checkpoints.Missing(current, leaves.Count, lastPlace);
        leaves.Clear();
    }

    private void ReadNext()
    {
        var before = next?.Number ?? 0;
        next = null;
        while (next is null && stream.MoveNext())
        {
            Checkpoints++;
            if (stream.Current.Number > before) next = stream.Current;
            else
                findings.Checkpoint(lastPlace, Refusals.CheckpointBroken, stream.Current.Number,
                    $"it comes after checkpoint {before}, so it is repeated or out of order");
        }
    }
}
