namespace Referral.Verifier;

/// <summary>
/// Checks a journal from its first entry to its last, without database, network or clock. Memory does not
/// grow with the number of entries, only with the number of chains.
/// </summary>
public static class JournalCheck
{
    /// <summary>
    /// Reads everything once and reports; a broken journal is a report with findings, never an exception.
    /// </summary>
    public static JournalReport Run(JournalReading reading)
    {
        var findings = new FindingList();
        var chains = new ChainCheck(findings);
        using var seals = new SealCheck(reading, findings);
        long entries = 0;
        foreach (var entry in reading.Entries)
        {
            entries++;
            var (computed, text) = chains.Take(entry, entries);
            seals.Take(entry, computed, entries);
            // What a broken text names is worth nothing: only sound entries are asked for their records.
            if (text is not null && JournalKinds.PromisesRecord(text.Kind))
                CheckRecords(text, reading.RecordsHeld, findings, entries);
        }
        seals.Finish();
        return new()
        {
            Entries = entries,
            Chains = chains.Chains,
            Checkpoints = seals.Checkpoints,
            UnsealedTail = seals.UnsealedTail,
            Findings = findings.InOrder(),
            FindingsNotListed = findings.NotListed,
        };
    }

    private static void CheckRecords(
        JournalText text, IReadOnlySet<string> held, FindingList findings, long place)
    {
        Check("letter", JournalFormat.LetterSha256);
        Check("receipt", JournalFormat.ReceiptSha256);

        void Check(string record, string member)
        {
            if (text.Values.TryGetValue(member, out var hash) && !held.Contains(hash))
                findings.Entry(place, Refusals.RecordMissing, (text.Chain, text.Number),
                    $"it names {record} {hash} that is not on file");
        }
    }
}
