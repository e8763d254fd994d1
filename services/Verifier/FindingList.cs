namespace Referral.Verifier;

/// <summary>
/// Gathers findings with the place in the stream they belong to: a break is at times seen only when the
/// entry after it is read, and still has to be listed first.
/// </summary>
internal sealed class FindingList
{
    private readonly List<(long Place, bool IsCheckpoint, Finding Finding)> found = [];

    public long NotListed { get; private set; }

    public void Entry(long place, string code, (string Chain, long Number) entry, string what) =>
        Add((place, false,
            new(code, entry.Chain, entry.Number, $"Entry {entry.Number} of chain {entry.Chain}: {what}.")));

    public void Checkpoint(long place, string code, long number, string what) =>
        Add((place, true, new(code, Finding.CheckpointChain, number, $"Checkpoint {number}: {what}.")));

    public IReadOnlyList<Finding> InOrder() =>
        [.. found.OrderBy(one => one.Place).ThenBy(one => one.IsCheckpoint).Select(one => one.Finding)];

    private void Add((long, bool, Finding) one)
    {
        if (found.Count < JournalReport.FindingsMax) found.Add(one);
        else NotListed++;
    }
}
