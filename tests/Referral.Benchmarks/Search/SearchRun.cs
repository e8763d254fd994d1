using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Referral.Benchmarks.Matching;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.CaseFile;
using Referral.Gateway.Search;
using Referral.Gateway.Storage;
using Referral.Language.Matching;

namespace Referral.Benchmarks.Search;

/// <summary>
/// `./bench search`: names sealed in an SQLite store, found by hashed keys. Arguments: cases (20000), queries
/// (100). Times the search itself: keys, candidates, opened cards, scores; not the door and its journal
/// entry.
/// </summary>
internal static class SearchRun
{
    private const int Seed = 20261125, Shown = 10, Together = 500;

    public static int Of(string[] arguments) => Run(
        Number(arguments, 0, 20_000), Number(arguments, 1, 100)).GetAwaiter().GetResult();

    private static async Task<int> Run(int cases, int queries)
    {
        var folder = Directory.CreateTempSubdirectory("referral-bench-");
        try
        {
            await using var services = await Store(folder.FullName);
            var people = new InventedPeople(Seed);
            var all = Enumerable.Range(0, cases).Select(people.Next).ToArray();
            var begin = Stopwatch.GetTimestamp();
            foreach (var some in all.Chunk(Together)) await Fill(services, some);
            Figures.Row("cases with sealed names", Figures.Whole(cases));
            Figures.Row("seconds to write them",
                Figures.Number(Stopwatch.GetElapsedTime(begin).TotalSeconds));
            await Ask(services, all, queries);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return Figures.Done;
    }

    private static async Task<ServiceProvider> Store(string folder)
    {
        var country = new Country("ZZ", "en", "gregorian", "given-family", 7, [], []);
        var keys = GatewayKeys.CreateOrRead(folder, country.Code, TimeProvider.System);
        var identity = new GatewayIdentity(
            country, keys, new TrustList(1, []), new GatewaySettings { DataFolder = folder });
        var parts = new ServiceCollection().AddSingleton(identity).AddSingleton(TimeProvider.System);
        StoreParts.Add(parts, identity);
        var services = parts.AddScoped<Step>().BuildServiceProvider();
        await Upgrade.Bring(services);
        return services;
    }

    private static async Task Fill(ServiceProvider services, MatchPerson[] some)
    {
        await using var scope = services.CreateAsyncScope();
        var step = scope.ServiceProvider.GetRequiredService<Step>();
        foreach (var person in some)
        {
            var row = await step.OpenCase("ZZ", "YY", null);
            row.LocalNumber = person.Id;
            await step.WriteNameCard(
                row, NameCard.Empty.With(person.Names, person.Born ?? "", person.Sex ?? "", ""));
        }

        await step.Db.SaveChangesAsync();
    }

    private static async Task Ask(ServiceProvider services, MatchPerson[] all, int queries)
    {
        var spelling = new OtherSpelling(Seed + 1);
        var lot = new Random(Seed + 2);
        var took = new List<double>();
        var found = 0;
        var processor = TimeSpan.Zero;
        for (var query = -5; query < queries; query++)
        {
            var person = all[lot.Next(all.Length)];
            var asked = spelling.Of(person);
            var (begin, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var answer = await Find(services, asked);
            if (query < 0) continue;
            took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            processor += Environment.CpuUsage.TotalTime - before;
            if (answer.Any(one => one.Case.LocalNumber == person.Id)) found++;
        }

        took.Sort();
        Figures.Row("ms a search", "p50 " + Figures.Number(took[took.Count / 2]),
            "p95 " + Figures.Number(took[took.Count * 95 / 100]));
        Figures.Row("  processor time each, mean", Figures.Number(processor.TotalMilliseconds / queries));
        Figures.Row("right case among ten", Figures.Number(100.0 * found / queries) + " %");
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
