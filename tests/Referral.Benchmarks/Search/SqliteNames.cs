using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Referral.Benchmarks.Matching;
using Referral.Gateway;
using Referral.Gateway.Search;
using Referral.Language.Matching;

namespace Referral.Benchmarks.Search;

/// <summary>An SQLite store, written as the product writes it: 500 cases a transaction.</summary>
internal sealed class SqliteNames(DirectoryInfo folder, ServiceProvider services, MatchPerson[] all)
    : ISearchedStore
{
    private const int Seed = 20261125, Together = 500;

    public ServiceProvider Services => services;

    public static async Task<SqliteNames> Fill(int cases)
    {
        var folder = Directory.CreateTempSubdirectory("referral-bench-");
        var (services, _) = await SearchedParts.Of(folder.FullName, null);
        var people = new InventedPeople(Seed);
        var all = Enumerable.Range(0, cases).Select(people.Next).ToArray();
        foreach (var some in all.Chunk(Together)) await Write(services, some);
        return new(folder, services, all);
    }

    public MatchPerson Person(int index) => all[index];

    public string Number(int index) => all[index].Id;

    // The store is part of this program.
    public TimeSpan DatabaseUsed() => TimeSpan.Zero;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task Write(ServiceProvider services, MatchPerson[] some)
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

        await step.Save();
    }
}
