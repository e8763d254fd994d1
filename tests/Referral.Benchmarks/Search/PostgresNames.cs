using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Referral.Benchmarks.Border;
using Referral.Benchmarks.Calls;
using Referral.Gateway.Storage;
using Referral.Language.Matching;
using Referral.Network.Postgres;

namespace Referral.Benchmarks.Search;

/// <summary>A private PostgreSQL server, filled with COPY: a million cases in some minutes.</summary>
internal sealed class PostgresNames(
    DirectoryInfo folder, PostgresNode server, ServiceProvider services, FullCases filled) : ISearchedStore
{
    public ServiceProvider Services => services;

    public static async Task<PostgresNames> Fill(int cases)
    {
        var folder = Directory.CreateTempSubdirectory("referral-bench-");
        var server = await PostgresNode.Start();
        var databases = await server.Make("search");
        var (services, keys) = await SearchedParts.Of(folder.FullName, databases);
        var filled = new FullCases(cases, 0);
        await filled.Fill(databases, keys.GatewayKey);
        return new(folder, server, services, filled);
    }

    public MatchPerson Person(int index) => filled.Person(index);

    public string Number(int index) => Referrals.LocalNumber(Sides.Host, index);

    public TimeSpan DatabaseUsed() => ProcessorTime.WithChildren(server.ServerId);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
