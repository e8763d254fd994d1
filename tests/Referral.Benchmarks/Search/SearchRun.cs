using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Referral.Benchmarks.Border;
using Referral.Benchmarks.Matching;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Language.Matching;
using Step = Referral.Gateway.Step;

namespace Referral.Benchmarks.Search;

/// <summary>
/// `./bench search`: sealed names found by hashed keys. Arguments: cases (20000), queries (100), and the
/// store: sqlite, or postgres (a private server, commits on disk). Times the search itself: keys, candidates,
/// opened cards, scores; not the door and its journal entry.
/// </summary>
internal static class SearchRun
{
    private const int Seed = 20261125, Shown = 10, Warm = 20;

    public static int Of(string[] arguments) => Run(Number(arguments, 0, 20_000), Number(arguments, 1, 100),
        arguments.Length > 2 && arguments[2] == "postgres").GetAwaiter().GetResult();

    private static async Task<int> Run(int cases, int queries, bool postgres)
    {
        var begin = Stopwatch.GetTimestamp();
        await using ISearchedStore store = postgres
            ? await PostgresNames.Fill(cases) : await SqliteNames.Fill(cases);
        Figures.Row("cases with sealed names", Figures.Whole(cases), postgres ? "PostgreSQL" : "SQLite");
        Figures.Row("seconds to write them", Figures.Number(Stopwatch.GetElapsedTime(begin).TotalSeconds));
        await Ask(store, "name, birth date and sex", cases, queries, one => one);
        await Ask(store, "name alone", cases, queries, one => one with { Born = null, Sex = null });
        return Figures.Done;
    }

    private static async Task Ask(ISearchedStore store, string what, int cases, int queries,
        Func<MatchPerson, MatchPerson> known)
    {
        var spelling = new OtherSpelling(Seed + 1);
        var lot = new Random(Seed + 2);
        var took = new List<double>();
        var found = 0;
        var (program, database) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var query = -Warm; query < queries; query++)
        {
            var index = lot.Next(cases);
            var asked = known(spelling.Of(store.Person(index)));
            if (query == 0) database = store.DatabaseUsed();
            var (begin, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var answer = await Find(store.Services, asked);
            if (query < 0) continue;
            took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            program += Environment.CpuUsage.TotalTime - before;
            if (answer.Any(one => one.Case.LocalNumber == store.Number(index))) found++;
        }

        database = store.DatabaseUsed() - database;
        took.Sort();
        Figures.Row(what + ", ms", "p50 " + Figures.Number(took[queries / 2]),
            "p95 " + Figures.Number(took[queries * 95 / 100]),
            "p99 " + Figures.Number(took[queries * 99 / 100]));
        Figures.Row("  processor ms each, mean", Figures.Number(program.TotalMilliseconds / queries),
            "database " + Figures.Number(database.TotalMilliseconds / queries));
        Figures.Row("  right case among ten", Figures.Number(100.0 * found / queries) + " %");
    }

    private static async Task<IReadOnlyList<(CaseRow Case, MatchFound Match)>> Find(
        ServiceProvider services, MatchPerson asked)
    {
        await using var scope = services.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredService<Step>();
        return await FindNames.Of(step, asked, Shown, _ => Task.FromResult(true));
    }

    private static int Number(string[] arguments, int at, int usual) => arguments.Length > at
        && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : usual;
}
