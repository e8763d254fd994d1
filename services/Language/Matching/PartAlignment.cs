namespace Referral.Language.Matching;

/// Which part of one name stands for which of the other, in any order. A part may stand for two neighbours
/// of one syllable each, on either side.
static class PartAlignment
{
    /// Less alike than this is not alike at all.
    const float Least = 0.6f;

    const double UnaskedPenalty = 0.03, UnaskedMost = 0.09;

    /// The likest pairs first, none using a part that a liker one has taken.
    public static List<PartPair> Of(NameSpans asked, NameSpans held)
    {
        var pairs = new List<PartPair>();
        foreach (var (one, at, askeds) in asked.All)
            foreach (var (other, to, helds) in held.All)
                if (askeds + helds < 4 && one.Alike(other, Least) is var alike && alike > Least)
                    pairs.Add(new(one, other, at, to, askeds, helds, alike));
        pairs.Sort();
        int askedUsed = 0, heldUsed = 0;
        pairs.RemoveAll(pair =>
        {
            if ((pair.AskedBits & askedUsed) != 0 || (pair.HeldBits & heldUsed) != 0) return true;
            askedUsed |= pair.AskedBits;
            heldUsed |= pair.HeldBits;
            return false;
        });
        return pairs;
    }

    /// 0 to 1: how much of what was asked for is there. A part nobody asked for takes a little away.
    public static double Agreement(
        NameSpans asked, NameSpans held, List<PartPair> pairs, Func<NamePart, double> weight)
    {
        double sum = 0, all = 0;
        foreach (var part in asked.Parts) all += weight(part);
        foreach (var pair in pairs) sum += AgreementOf(pair) * ShareOf(asked, pair, weight);
        var unasked = held.Parts.Count - pairs.Sum(pair => pair.Helds);
        return all == 0 ? 0 : Math.Max(0, sum / all - Math.Min(unasked * UnaskedPenalty, UnaskedMost));
    }

    public static IEnumerable<MatchReason> Reasons(
        NameSpans asked, NameSpans held, List<PartPair> pairs, Func<NamePart, double> weight)
    {
        var all = asked.Parts.Sum(weight) / PersonMatch.NameWeight;
        foreach (var pair in pairs)
            yield return new(MatchTopic.Name, pair.Asked.Written, pair.Held.Written, AgreementOf(pair),
                ShareOf(asked, pair, weight) / all, Because(pair),
                [.. pair.Asked.Keys().Intersect(pair.Held.Keys(), StringComparer.Ordinal).Take(3)]);
        for (var at = 0; at < asked.Parts.Count; at++)
            if (pairs.TrueForAll(pair => (pair.AskedBits & 1 << at) == 0))
                yield return new(MatchTopic.Name, asked.Parts[at].Written, "", 0,
                    weight(asked.Parts[at]) / all, MatchBecause.NothingAlike, []);
        for (var to = 0; to < held.Parts.Count; to++)
            if (pairs.TrueForAll(pair => (pair.HeldBits & 1 << to) == 0))
                yield return new(
                    MatchTopic.Name, "", held.Parts[to].Written, 0, 0, MatchBecause.NotAskedFor, []);
    }

    static double AgreementOf(PartPair pair) => (double)(pair.Alike - Least) / (1 - Least);

    static double ShareOf(NameSpans asked, PartPair pair, Func<NamePart, double> weight)
    {
        var share = weight(asked.Parts[pair.At]);
        return pair.Askeds == 2 ? share + weight(asked.Parts[pair.At + 1]) : share;
    }

    static string Because(PartPair pair) => pair.Alike >= 1 ? MatchBecause.SameAsWritten
        : pair.Askeds + pair.Helds > 2 ? MatchBecause.WrittenTogether
        : pair.Alike > 0.99 ? MatchBecause.SoundsTheSame : MatchBecause.SoundsAlike;
}

/// Parts that stand for each other: where they stand, and how many neighbours each takes.
readonly record struct PartPair(
    NamePart Asked, NamePart Held, int At, int To, int Askeds, int Helds, float Alike) : IComparable<PartPair>
{
    public int AskedBits => ((1 << Askeds) - 1) << At;

    public int HeldBits => ((1 << Helds) - 1) << To;

    /// The likest first; of equals the longer, then the earlier.
    public int CompareTo(PartPair other) =>
        (other.Alike, other.Askeds + other.Helds, At, To)
            .CompareTo((Alike, Askeds + Helds, other.At, other.To));
}
