using System.Globalization;
using Referral.Benchmarks.Matching;
using Referral.Gateway.Search;
using Referral.Language.Matching;

namespace Referral.Benchmarks.Search;

/// <summary>
/// `./bench recall`: what the gateway's keys find of what the exhaustive scorer puts first, counted in memory
/// over the same keys and limits, without a database. Arguments: persons (100000), queries (100). A score
/// below what a gateway shows is not looked for; equal scores count alike.
/// </summary>
internal sealed class RecallRun
{
    private const int Seed = 20261125, Best = 5, Shown = 10, LookedAt = 3000, Enough = 60;

    private readonly MatchPerson[] _all;
    private readonly NameSpans[] _spans;
    private readonly List<(MatchPerson Asked, int Right)> _queries = [];

    private RecallRun(int persons, int queries)
    {
        var people = new InventedPeople(Seed);
        _all = [.. Enumerable.Range(0, persons).Select(people.Next)];
        var known = new Dictionary<string, NamePart>(StringComparer.Ordinal);
        _spans = [.. _all.Select(person => SpansOf(person.Names[0], known))];
        var spelling = new OtherSpelling(Seed + 1);
        var lot = new Random(Seed + 2);
        for (var query = 0; query < queries; query++)
        {
            var right = lot.Next(persons);
            _queries.Add((spelling.Of(_all[right]), right));
        }
    }

    public static int Of(string[] arguments)
    {
        var run = new RecallRun(Number(arguments, 0, 100_000), Number(arguments, 1, 100));
        Figures.Row("persons", Figures.Whole(run._all.Length));
        var index = new PersonIndex();
        foreach (var person in run._all) index.Add(person);
        run.Count("name, birth date and sex", index, asked => asked);
        run.Count("name alone", index, asked => asked with { Born = null, Sex = null });
        return Figures.Done;
    }

    private void Count(string what, PersonIndex index, Func<MatchPerson, MatchPerson> known)
    {
        var queries = _queries.ConvertAll(one => (Asked: known(one.Asked), one.Right));
        var keys = queries.ConvertAll(one => KeysOf(
            new NameSpans(NameText.Parts(one.Asked.Names[0])), one.Asked.Born));
        var (bearers, each) = Bearers([.. keys.SelectMany(one => one.Telling.Concat(one.Single))]);
        int wanted = 0, found = 0, inPlace = 0, right = 0, rightAll = 0;
        long rows = 0;
        for (var at = 0; at < queries.Count; at++)
        {
            var asked = new MatchedPerson(queries[at].Asked);
            var best = index.FindExhaustively(queries[at].Asked, LookedAt)
                .Select(one => int.Parse(one.Id, CultureInfo.InvariantCulture))
                .Select(number => (number, Score: Score(asked, number)))
                .OrderByDescending(one => one.Score).ToList();
            var opened = Candidates(keys[at], bearers, ref rows).Select(number =>
                (number, Score: Score(asked, number))).OrderByDescending(one => one.Score).ToList();
            var worth = best.Take(Best).Where(one => one.Score >= FindNames.ScoreLeast).ToList();
            wanted += worth.Count;
            found += opened.Take(worth.Count).Count(one => one.Score >= worth[^1].Score - 1e-9);
            inPlace += worth.Where((one, place) =>
                place < opened.Count && opened[place].Score >= one.Score - 1e-9).Count();
            right += opened.Take(Shown).Any(one => one.number == queries[at].Right) ? 1 : 0;
            rightAll += best.Take(Shown).Any(one => one.number == queries[at].Right) ? 1 : 0;
        }

        Figures.Row(what + ": of the best five found; each in its place or before",
            Share(found, wanted), Share(inPlace, wanted));
        Figures.Row("  right one among ten: by keys, exhaustively", Share(right, queries.Count),
            Share(rightAll, queries.Count));
        Figures.Row("  rows read a query; keys a person", Figures.Whole((double)rows / queries.Count),
            Figures.Number(each));
    }

    // As FindNames and KeyHits do it.
    private static IEnumerable<int> Candidates(
        Keys keys, Dictionary<string, List<int>> bearers, ref long rows)
    {
        var weights = new Dictionary<int, int>();
        foreach (var some in new[] { keys.Telling, keys.Single })
        {
            if (weights.Count >= Enough) break;
            foreach (var key in some)
            {
                var of = bearers[key.Text];
                var newest = of.Skip(Math.Max(0, of.Count - KeyHits.EachMost)).ToList();
                rows += newest.Count;
                foreach (var one in newest) weights[one] = weights.GetValueOrDefault(one) + key.Weight;
            }
        }

        return weights.OrderByDescending(one => one.Value).ThenByDescending(one => one.Key)
            .Take(FindNames.CandidatesMax).Select(one => one.Key);
    }

    private (Dictionary<string, List<int>> Of, double Each) Bearers(IReadOnlyList<JointKey> asked)
    {
        var bearers = asked.Select(key => key.Text).Distinct().ToDictionary(key => key, _ => new List<int>());
        var all = 0L;
        for (var number = 0; number < _all.Length; number++)
        {
            var keys = KeysOf(_spans[number], _all[number].Born);
            foreach (var key in keys.Telling.Concat(keys.Single))
            {
                all++;
                if (bearers.TryGetValue(key.Text, out var of)) of.Add(number);
            }
        }

        return (bearers, (double)all / _all.Length);
    }

    private double Score(MatchedPerson asked, int number) =>
        PersonMatch.Score(asked, new MatchedPerson(_all[number], [_spans[number]]), _ => 1);

    private static Keys KeysOf(NameSpans spans, string? born) => new(
        [.. JointKeys.Of(spans, born).Concat(FullKeys.Of(spans))],
        [.. MatchKeys.Of(spans).Select(key => new JointKey(key, 1))]);

    private static NameSpans SpansOf(string name, Dictionary<string, NamePart> known)
    {
        NamePart? Known(string written) => known.GetValueOrDefault(written);
        var parts = NameText.Parts(name, Known);
        foreach (var part in parts) known.TryAdd(part.Written, part);
        var spans = new NameSpans(parts, Known);
        foreach (var (part, _, _) in spans.All) known.TryAdd(part.Written, part);
        return spans;
    }

    private static string Share(int some, int all) => Figures.Number(100.0 * some / Math.Max(all, 1)) + " %";

    private static int Number(string[] arguments, int at, int usual) => arguments.Length > at
        && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : usual;

    private sealed record Keys(IReadOnlyList<JointKey> Telling, IReadOnlyList<JointKey> Single);
}
