using System.Diagnostics;
using System.Globalization;
using Referral.Language.Matching;

namespace Referral.Benchmarks.Matching;

/// <summary>
/// `./bench matching`: one query against persons held in memory, on one core, and how much of what the
/// exhaustive scorer finds is found. Arguments: persons (1000000), queries (200), exhaustive queries (40).
/// </summary>
internal static class MatchingRun
{
    private const int Seed = 20261125;
    private const int Best = 5;

    public static int Of(string[] arguments)
    {
        var persons = Number(arguments, 0, 1_000_000);
        var (index, all) = Filled(persons);
        var spelling = new OtherSpelling(Seed + 1);
        var lot = new Random(Seed + 2);
        var queries = Enumerable.Range(0, Number(arguments, 1, 200))
            .Select(_ => all[lot.Next(all.Length)])
                .Select(one => (Asked: spelling.Of(one), Right: one.Id)).ToList();
        foreach (var (asked, _) in queries.Take(20)) index.Find(asked, Best);
        Speed("name, birth date, sex", index, queries.ConvertAll(one => one.Asked));
        Speed("name alone", index, queries.ConvertAll(one => one.Asked with { Born = null, Sex = null }));
        Recall(index, queries, Number(arguments, 2, 40));
        return Figures.Done;
    }

    private static (PersonIndex Index, MatchPerson[] All) Filled(int persons)
    {
        var people = new InventedPeople(Seed);
        var index = new PersonIndex();
        var all = new MatchPerson[persons];
        var begin = Stopwatch.GetTimestamp();
        for (var number = 0; number < persons; number++) index.Add(all[number] = people.Next(number));
        Figures.Row("invented persons", Figures.Whole(index.Count));
        Figures.Row("different name parts", Figures.Whole(index.PartCount));
        Figures.Row("seconds to fill", Figures.Number(Stopwatch.GetElapsedTime(begin).TotalSeconds));
        Figures.Row("memory in use, MB", Figures.Whole(GC.GetTotalMemory(forceFullCollection: true) / 1e6));
        return (index, all);
    }

    private static void Speed(string what, PersonIndex index, List<MatchPerson> queries)
    {
        var took = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        foreach (var asked in queries)
        {
            var begin = Stopwatch.GetTimestamp();
            index.Find(asked, Best);
            took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        var each = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / queries.Count;
        took.Sort();
        Figures.Row($"ms a query, {what}", "p50 " + Figures.Number(took[took.Count / 2]),
            "p95 " + Figures.Number(took[took.Count * 95 / 100]), "mean " + Figures.Number(took.Average()));
        Figures.Row("  processor time each, mean", Figures.Number(each));
    }

    // Of those the exhaustive scorer puts first, and of those as good as its fifth, how many were found.
    private static void Recall(PersonIndex index, List<(MatchPerson Asked, string Right)> queries, int most)
    {
        int wanted = 0, found = 0, rightAll = 0, right = 0;
        foreach (var (asked, id) in queries.Take(most))
        {
            var whole = index.FindExhaustively(asked, Best);
            var quick = index.Find(asked, Best);
            wanted += whole.Count;
            // Equal scores are equally right: ten of one name and age may stand in any order.
            found += whole.Where((one, at) =>
                at < quick.Count && quick[at].Score >= one.Score - 1e-9).Count();
            rightAll += whole.Any(one => one.Id == id) ? 1 : 0;
            right += quick.Any(one => one.Id == id) ? 1 : 0;
        }
        Figures.Row("queries compared with the exhaustive scorer",
            Figures.Whole(Math.Min(most, queries.Count)));
        Figures.Row("of its best five found (ties equal)", Share(found, wanted));
        Figures.Row("right person among five: exhaustive, keys", Share(rightAll, most), Share(right, most));
    }

    private static string Share(int some, int all) => Figures.Number(100.0 * some / Math.Max(all, 1)) + " %";

    private static int Number(string[] arguments, int at, int usual) => arguments.Length > at
        && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : usual;
}
