namespace Referral.Verifier;

/// <summary>
/// Codes of what the verifier can find wrong. One code a kind of damage; the sentence stands in the
/// finding.
/// </summary>
public static class Refusals
{
    /// <summary>An entry is altered, missing, repeated or out of place in its chain.</summary>
    public const string EntryBroken = "REF-2501";

    /// <summary>
    /// A checkpoint is missing, or does not cover the entries or build on the checkpoint it should.
    /// </summary>
    public const string CheckpointBroken = "REF-2502";

    /// <summary>
    /// A checkpoint is not signed by a key of the country, or is not written as a checkpoint.
    /// </summary>
    public const string SignatureBroken = "REF-2503";

    /// <summary>An entry promises a letter or receipt that is not on file.</summary>
    public const string RecordMissing = "REF-2504";
}
