namespace Referral.Language.Matching;

/// A name's parts, and each two neighbours of one syllable as one: what another writes solid.
sealed class NameSpans
{
    public NameSpans(IReadOnlyList<NamePart> parts, Func<string, NamePart?>? known = null)
    {
        Parts = parts;
        All = [.. parts.Select((part, at) => (part, at, 1))];
        for (var at = 0; at + 1 < parts.Count; at++)
            if (parts[at].IsOneSyllable && parts[at + 1].IsOneSyllable)
                All.Add((known?.Invoke(parts[at].Written + parts[at + 1].Written)
                    ?? parts[at].With(parts[at + 1]), at, 2));
    }

    public IReadOnlyList<NamePart> Parts { get; }

    /// Each with its place and how many parts it takes, 1 or 2.
    public List<(NamePart Part, int At, int Length)> All { get; }
}
