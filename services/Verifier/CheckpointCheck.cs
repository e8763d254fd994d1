namespace Referral.Verifier;

/// <summary>What the entries assigned to a checkpoint give.</summary>
internal sealed record Covered(byte[] Root, long Count, (long First, long Last) Rows)
{
    public override string ToString() => Count switch
    {
        0 => "no entry is",
        1 => $"the entry in row {Rows.First} is",
        _ => $"the {Count} entries in rows {Rows.First} to {Rows.Last} are",
    };
}

/// <summary>
/// Checks one checkpoint after the other: signature, link, root, and what other countries hold.
/// </summary>
internal sealed class CheckpointCheck(JournalReading reading, FindingList findings)
{
    private long lastNumber;

    // First of those under a revoked key that nothing under a good key builds on, so far.
    private long? firstUnderRevoked;

    // Null where the one before is missing or not to be believed: then there is nothing to compare with.
    private byte[]? lastHash = CheckpointFormat.NoPrevious;

    public void Take(StoredCheckpoint stored, Covered covered, long place)
    {
        if (stored.Number > lastNumber + 1)
        {
            var upTo = stored.Number - 1 > lastNumber + 1 ? $", and all up to {stored.Number - 1}" : "";
            Broken(place, lastNumber + 1, $"it is missing{upTo}; the next on file is {stored.Number}");
            lastHash = null;
        }
        var opened = CheckpointFormat.Open(stored.Jws, reading.KeyOf);
        if (opened.Checkpoint is { } checkpoint)
        {
            CheckContent(checkpoint, stored.Number, place);
            CheckRoot(checkpoint, covered, (stored.Number, place));
            firstUnderRevoked = reading.IsRevoked(opened.Kid) ? firstUnderRevoked ?? stored.Number : null;
        }
        else
            findings.Checkpoint(place, Refusals.SignatureBroken, stored.Number, opened.Broken!);
        CheckWitnesses(stored, place);
        lastNumber = stored.Number;
        lastHash = opened.Checkpoint is null ? null : CheckpointFormat.Hash(stored.Jws);
    }

    public void Missing(long number, long count, long place)
    {
        var entries = count == 1 ? "an entry is" : $"{count} entries are";
        Broken(place, number, $"it is missing, though {entries} assigned to it");
        lastNumber = number;
        lastHash = null;
    }

    public void Finish(long place)
    {
        if (firstUnderRevoked is { } first)
            findings.Checkpoint(place, Refusals.SignatureBroken, first,
                "its key was revoked since, and none under a key that counts builds on it");
        foreach (var held in reading.Witnessed.Where(held => held.Number > lastNumber))
            Broken(place, held.Number,
                $"{held.Holder} holds it, but here the checkpoints end with {lastNumber}");
    }

    private void CheckContent(Checkpoint checkpoint, long number, long place)
    {
        if (checkpoint.Number != number)
            Broken(place, number, $"it was signed as number {checkpoint.Number}");
        if (checkpoint.Country != reading.Country)
            Broken(place, number, $"it was signed for {checkpoint.Country}, not for {reading.Country}");
        if (lastHash is null || checkpoint.Previous.AsSpan().SequenceEqual(lastHash)) return;
        if (lastNumber == 0) Broken(place, number, "it is the first, but builds on another");
        else Broken(place, lastNumber, $"it is not the one that checkpoint {number} builds on");
    }

    private void CheckRoot(Checkpoint checkpoint, Covered covered, (long Number, long Place) at)
    {
        if (!checkpoint.Root.AsSpan().SequenceEqual(covered.Root))
            Broken(at.Place, at.Number,
                $"{covered} assigned to it, and that does not give the root that was signed: "
                + "an entry was altered, removed, added or moved");
    }

    private void CheckWitnesses(StoredCheckpoint stored, long place)
    {
        foreach (var held in reading.Witnessed.Where(held => held.Number == stored.Number))
            if (!CheckpointFormat.Hash(stored.Jws).AsSpan().SequenceEqual(held.Sha256))
                Broken(place, stored.Number,
                    $"it is not the one that {held.Holder} holds: it was replaced after it left");
    }

    private void Broken(long place, long number, string what) =>
        findings.Checkpoint(place, Refusals.CheckpointBroken, number, what);
}
