namespace Referral.Language.Matching;

public sealed partial class PersonIndex
{
    /// Parts that sound too little alike to be candidates.
    const float PartLeast = 0.62f;

    /// Like parts followed to their bearers, for each part asked for.
    const int PartsMax = 1000;

    /// Persons compared in full.
    const int CandidatesMax = 600;

    /// So few parts are compared one by one: no key needs to be trusted.
    const int FewParts = 6_000;

    float[] _sum = [];
    float[] _best = [];
    readonly List<int> _touched = [];
    readonly List<int> _touchedNow = [];

    /// The best few, best first; the same order always. A name that cannot be read finds nobody.
    public IReadOnlyList<MatchFound> Find(MatchPerson asked, int most = 5) =>
        Find(asked, most, _parts.Count <= FewParts ? Everything : Candidates);

    /// Compares every part held, by no key: what Find is measured against.
    internal IReadOnlyList<MatchFound> FindExhaustively(MatchPerson asked, int most = 5) =>
        Find(asked, most, Everything, int.MaxValue, 20_000);

    IReadOnlyList<MatchFound> Find(MatchPerson asked, int most, Func<NamePart, IEnumerable<int>> candidates,
        int partsMax = PartsMax, int candidatesMax = CandidatesMax)
    {
        var wanted = new MatchedPerson(asked);
        Array.Resize(ref _sum, _persons.Count);
        Array.Resize(ref _best, _persons.Count);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in wanted.Names)
        {
            foreach (var (part, _, _) in name.All) Collect(part, candidates(part), partsMax, weights);
        }
        double Weight(NamePart part) => weights.GetValueOrDefault(part.Written, 1);
        var found = Ranked(asked, candidatesMax).Select(PersonAt)
            .Select(held => (Held: held, Score: PersonMatch.Score(wanted, held, Weight)))
            .Where(match => match.Score > 0)
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.Held.Person.Id, StringComparer.Ordinal)
            .Take(most).Select(match => PersonMatch.Explain(wanted, match.Held, Weight)).ToList();
        foreach (var number in _touched) _sum[number] = 0;
        _touched.Clear();
        return found;
    }

    IEnumerable<int> Everything(NamePart part) => Enumerable.Range(0, _parts.Count);

    IEnumerable<int> Candidates(NamePart part) => part.Keys()
        .SelectMany(key => _byKey.TryGetValue(key, out var parts) ? parts : []).Distinct();

    // Adds to each bearer what the part asked for and her likest part give.
    void Collect(
        NamePart asked, IEnumerable<int> candidates, int partsMax, Dictionary<string, double> weights)
    {
        var alike = new List<(float Alike, int Part)>();
        foreach (var number in candidates)
        {
            var found = asked.Alike(_parts[number], PartLeast);
            if (found > PartLeast) alike.Add((found, number));
        }
        alike.Sort((one, other) => other.Alike != one.Alike
            ? other.Alike.CompareTo(one.Alike) : one.Part.CompareTo(other.Part));
        var weight = weights[asked.Written] = alike.Count == 0 ? 1 : Rarity(_bearers[alike[0].Part].Count);
        foreach (var (found, number) in alike.Take(partsMax))
        {
            var worth = (float)((found - PartLeast) / (1 - PartLeast) * weight);
            foreach (var bearer in _bearers[number])
            {
                if (_best[bearer] >= worth) continue;
                if (_best[bearer] == 0) _touchedNow.Add(bearer);
                _best[bearer] = worth;
            }
        }
        foreach (var bearer in _touchedNow)
        {
            if (_sum[bearer] == 0) _touched.Add(bearer);
            _sum[bearer] += _best[bearer];
            _best[bearer] = 0;
        }
        _touchedNow.Clear();
    }

    // What many bear tells less: 1 for one bearer, 0.5 where all bear it.
    double Rarity(int bearers) =>
        1 - 0.5 * Math.Log(1 + bearers) / Math.Log(2 + _persons.Count);

    IEnumerable<int> Ranked(MatchPerson asked, int most)
    {
        var year = YearOf(asked.Born);
        var least = new PriorityQueue<int, (float, int)>();
        foreach (var number in _touched)
        {
            var worth = _sum[number] + BornBonus(year, _bornYear[number]);
            if (least.Count == most && least.TryPeek(out _, out var bottom)
                && (worth, -number).CompareTo((bottom.Item1, bottom.Item2)) < 0) continue;
            least.Enqueue(number, (worth, -number));
            if (least.Count > most) least.Dequeue();
        }
        return least.UnorderedItems.Select(item => item.Element);
    }

    static float BornBonus(short asked, short held) =>
        asked == 0 || held == 0 ? 0 : Math.Abs(asked - held) is var apart && apart == 0 ? 0.3f
        : apart is 1 or 543 ? 0.1f : apart > 3 ? -0.3f : 0;
}
