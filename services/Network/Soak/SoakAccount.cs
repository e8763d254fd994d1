namespace Referral.Network.Soak;

/// <summary>What came of a soak, counted in the four databases after the last letter.</summary>
public sealed record SoakAccount
{
    /// <summary>Letters whose release the doors acknowledged to the officers.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>Letters in the outboxes.</summary>
    public required int Written { get; init; }

    public required int Referrals { get; init; }

    /// <summary>Ordered pairs, host and origin, that had letters.</summary>
    public required int Pairs { get; init; }

    /// <summary>Effects in the receivers' journals.</summary>
    public required int Effects { get; init; }

    /// <summary>Effects beyond the first of the same letter.</summary>
    public required int Doubles { get; init; }

    /// <summary>Letters that had no effect at their receiver, or whose sender does not know that they
    /// had.</summary>
    public required int Losses { get; init; }

    /// <summary>Effects whose number is not the next of its referral and direction.</summary>
    public required int OutOfOrder { get; init; }

    /// <summary>Letters settled by a receipt that both sides hold byte for byte and that names the letter's
    /// hash.</summary>
    public required int Receipts { get; init; }

    /// <summary>Checkpoints of neighbours that are the neighbour's own, byte for byte.</summary>
    public required int Witnesses { get; init; }

    /// <summary>Checkpoints of neighbours that the neighbour does not have so.</summary>
    public required int WitnessesDiffer { get; init; }

    /// <summary>Everything else that does not hold, one sentence each.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>What went wrong on purpose, counted.</summary>
    public required string Troubles { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>Nothing lost, nothing doubled, order kept, and every proof of it verifies.</summary>
    public bool Exact => Written > 0 && Written == Acknowledged && Effects == Written && Receipts == Written
        && Doubles == 0 && Losses == 0 && OutOfOrder == 0 && WitnessesDiffer == 0 && Witnesses > 0
        && Findings.Count == 0;

    /// <summary>The account in lines.</summary>
    public IReadOnlyList<string> Lines =>
    [
        FormattableString.Invariant($"took           {Took.TotalSeconds:0} s"),
        $"troubles       {Troubles}",
        $"referrals      {Referrals}",
        $"pairs          {Pairs} of {Pair.All.Count}",
        $"acknowledged   {Acknowledged}",
        $"written        {Written}",
        $"effects        {Effects}",
        $"doubles        {Doubles}",
        $"losses         {Losses}",
        $"out of order   {OutOfOrder}",
        $"receipts       {Receipts}",
        $"witnesses      {Witnesses}, differing {WitnessesDiffer}",
        .. Findings.Select(one => $"finding        {one}"),
    ];
}
