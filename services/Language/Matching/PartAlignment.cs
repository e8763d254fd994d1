using Referral.Language.Matching.Sounds;

namespace Referral.Language.Matching;

/// Which part of one name stands for which of the other, in any order. A part may stand for two neighbours
/// of one syllable each, on either side.
static class PartAlignment
{
    /// Less alike than this is not alike at all.
    const double Least = 0.6;

    const double UnaskedPenalty = 0.03, UnaskedMost = 0.09;

    /// Name reasons and the agreement of the whole, 0 to 1. weight: what an asked part counts.
    public static (double Agreement, List<MatchReason> Reasons) Of(
        IReadOnlyList<NamePart> asked, IReadOnlyList<NamePart> held, Func<NamePart, double> weight)
    {
        var pairs = Pairs(asked, held).OrderByDescending(pair => pair.Alike).ThenBy(pair => pair.At)
            .ThenBy(pair => pair.To).ToList();
        var askedUsed = new bool[asked.Count];
        var heldUsed = new bool[held.Count];
        var reasons = new List<MatchReason>();
        double sum = 0, all = asked.Sum(weight);
        foreach (var pair in pairs)
        {
            if (Used(askedUsed, pair.At, pair.Askeds) || Used(heldUsed, pair.To, pair.Helds)) continue;
            Use(askedUsed, pair.At, pair.Askeds);
            Use(heldUsed, pair.To, pair.Helds);
            var share = asked.Skip(pair.At).Take(pair.Askeds).Sum(weight);
            var agreement = (pair.Alike - Least) / (1 - Least);
            sum += agreement * share;
            reasons.Add(Reason(pair, agreement, all == 0 ? 0 : share / all));
        }
        for (var at = 0; at < asked.Count; at++)
            if (!askedUsed[at])
                reasons.Add(new(MatchTopic.Name, asked[at].Written, "", 0, weight(asked[at]) / all,
                    MatchBecause.NothingAlike, []));
        var unasked = heldUsed.Count(used => !used);
        var penalty = Math.Min(unasked * UnaskedPenalty, UnaskedMost);
        for (var to = 0; to < held.Count; to++)
            if (!heldUsed[to])
                reasons.Add(new(MatchTopic.Name, "", held[to].Written, 0, 0, MatchBecause.NotAskedFor, []));
        return (all == 0 ? 0 : Math.Max(0, sum / all - penalty), reasons);
    }

    static IEnumerable<Pair> Pairs(IReadOnlyList<NamePart> asked, IReadOnlyList<NamePart> held)
    {
        foreach (var (one, at, askeds) in Spans(asked))
            foreach (var (other, to, helds) in Spans(held))
            {
                if (askeds == 2 && helds == 2) continue;
                var alike = one.Alike(other);
                if (alike > Least) yield return new(one, other, at, to, askeds, helds, alike);
            }
    }

    static IEnumerable<(NamePart Part, int At, int Length)> Spans(IReadOnlyList<NamePart> parts)
    {
        for (var at = 0; at < parts.Count; at++) yield return (parts[at], at, 1);
        for (var at = 0; at + 1 < parts.Count; at++)
            if (parts[at].IsOneSyllable && parts[at + 1].IsOneSyllable)
                yield return (parts[at].With(parts[at + 1]), at, 2);
    }

    static MatchReason Reason(Pair pair, double agreement, double weight) => new(
        MatchTopic.Name, pair.Asked.Written, pair.Held.Written, agreement, weight,
        pair.Alike >= 1 ? MatchBecause.SameAsWritten
        : pair.Askeds + pair.Helds > 2 ? MatchBecause.WrittenTogether
        : pair.Alike > 0.99 ? MatchBecause.SoundsTheSame : MatchBecause.SoundsAlike,
        [.. pair.Asked.Keys().Intersect(pair.Held.Keys(), StringComparer.Ordinal).Take(3)]);

    static bool Used(bool[] used, int at, int length) => used[at] || used[at + length - 1];

    static void Use(bool[] used, int at, int length) => used[at] = used[at + length - 1] = true;

    readonly record struct Pair(
        NamePart Asked, NamePart Held, int At, int To, int Askeds, int Helds, double Alike);
}
