using Microsoft.Extensions.DependencyInjection;
using Referral.Gateway;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Storage;
using Referral.Language.Matching;

namespace Referral.Benchmarks.Search;

/// <summary>A store filled with sealed names, and the persons that stand in it.</summary>
internal interface ISearchedStore : IAsyncDisposable
{
    ServiceProvider Services { get; }

    MatchPerson Person(int index);

    /// <summary>Local number of the person's case.</summary>
    string Number(int index);

    /// <summary>Processor time of the database's own processes.</summary>
    TimeSpan DatabaseUsed();
}

/// <summary>The parts of a gateway that a search needs.</summary>
internal static class SearchedParts
{
    public static async Task<(ServiceProvider Services, GatewayKeySet Keys)> Of(
        string folder, PostgresDatabases? databases)
    {
        var country = new Country("ZZ", "en", "gregorian", "given-family", 7, [], []);
        var keys = GatewayKeys.CreateOrRead(folder, country.Code, TimeProvider.System);
        var identity = new GatewayIdentity(country, keys, new TrustList(1, []),
            new GatewaySettings { DataFolder = folder, Postgres = databases });
        var parts = new ServiceCollection().AddSingleton(identity).AddSingleton(TimeProvider.System);
        StoreParts.Add(parts, identity);
        var services = parts.AddScoped<Step>().BuildServiceProvider();
        await Upgrade.Bring(services);
        return (services, keys);
    }
}
