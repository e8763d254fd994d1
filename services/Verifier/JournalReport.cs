namespace Referral.Verifier;

/// <summary>
/// One broken thing. Chain and number name the entry; for a checkpoint the chain is
/// <see cref="CheckpointChain"/> and the number is the checkpoint's. What is a plain English sentence without
/// personal data.
/// </summary>
/// <param name="Code">One of <see cref="Refusals"/>.</param>
public sealed record Finding(string Code, string Chain, long Number, string What)
{
    /// <summary>
    /// Stands in <see cref="Chain"/> where a checkpoint is named; no chain of entries has this name.
    /// </summary>
    public const string CheckpointChain = "checkpoints";
}

/// <summary>What the verifier read and found: whole when there is no finding.</summary>
public sealed record JournalReport
{
    /// <summary>Most findings listed; the first ones met. The others are counted.</summary>
    public const int FindingsMax = 1000;

    /// <summary>Entries read.</summary>
    public required long Entries { get; init; }

    /// <summary>Chains among them.</summary>
    public required long Chains { get; init; }

    /// <summary>Checkpoints read.</summary>
    public required long Checkpoints { get; init; }

    /// <summary>
    /// Entries no checkpoint covers yet. Allowed: the next checkpoint will. They are checked in their chain
    /// only.
    /// </summary>
    public required long UnsealedTail { get; init; }

    /// <summary>
    /// What is broken, the first broken entry first; a checkpoint stands after the entries it covers.
    /// </summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings beyond <see cref="FindingsMax"/>, counted and not listed.</summary>
    public required long FindingsNotListed { get; init; }

    /// <summary>Whether nothing is broken.</summary>
    public bool Whole => Findings.Count == 0;
}
