namespace Referral.Verifier;

/// <summary>
/// The end of a chain: number and hash of its last entry, or 0 and the genesis hash where it has none.
/// </summary>
public sealed record ChainHead(string Chain, long Number, byte[] Hash)
{
    /// <summary>The head of a chain without entries.</summary>
    public static ChainHead Start(string chain) => new(chain, 0, JournalFormat.Genesis(chain));
}

/// <summary>
/// One entry of a chain: what was recorded and the hash it builds on. Numbers start at 1 and have no gaps.
/// </summary>
public sealed record JournalEntry(string Chain, long Number, byte[] Previous, byte[] Text)
{
    /// <summary>
    /// SHA-256 over <see cref="Previous"/> and <see cref="Text"/>: what the next entry builds on.
    /// </summary>
    public byte[] Hash { get; } = JournalFormat.Hash(Previous, Text);

    /// <summary>The head of the chain once this entry stands in it.</summary>
    public ChainHead Head => new(Chain, Number, Hash);

    /// <summary>
    /// The next entry after a head. Same refusals as <see cref="JournalFormat.WriteText"/>.
    /// </summary>
    public static JournalEntry After(
        ChainHead head, DateTimeOffset at, string kind, IEnumerable<KeyValuePair<string, string>> values) =>
        new(head.Chain, head.Number + 1, head.Hash,
            JournalFormat.WriteText(head.Chain, head.Number + 1, at, kind, values));
}
