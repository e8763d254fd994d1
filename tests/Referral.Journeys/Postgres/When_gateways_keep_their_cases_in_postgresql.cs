using Referral.Gateway.Storage;
using Referral.Journeys.Servers;
using Referral.Network;
using Referral.Network.Cases;
using Referral.Network.Embedded;
using Referral.Network.Play;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Postgres;

/// <summary>
/// The same referral on PostgreSQL: real server, real databases, and a stop as hard as a power cut.
/// </summary>
[Trait("Servers", "either")]
public sealed class When_gateways_keep_their_cases_in_postgresql
{
    [Fact]
    public async Task a_referral_crosses_and_is_there_after_the_server_was_stopped_at_once()
    {
        var chosen = await TestServers.Databases();
        Assert.SkipWhen(chosen.Server is null, chosen.WhyNot);
        await using var server = chosen.Server!;
        var folder = Directory.CreateTempSubdirectory("referral-on-postgres-").FullName;
        try
        {
            var databases = new Dictionary<string, PostgresDatabases>();
            foreach (var code in Members.Codes)
            {
                databases[code] = await server.Make($"referral_{code.ToLowerInvariant()}");
            }

            var settings = new NetworkSettings { Postgres = code => databases[code] };
            PlayReport report;
            await using (var network = await EmbeddedNetwork.Start(folder, settings))
            {
                using var play = new CasePlay(CaseLibrary.Sample("C1"), network.Running, new PlaySettings());
                report = await play.Run();
            }

            report.Refusals.ShouldBeEmpty();
            report.Problems.ShouldBeEmpty();
            report.Sent.SelectMany(sent => sent.Letters).Count().ShouldBe(4);
            Directory.GetFiles(folder, "*.db", SearchOption.AllDirectories).ShouldBeEmpty();

            Npgsql.NpgsqlConnection.ClearAllPools();
            await server.StopAtOnce();
            await server.Up();
            await using var again = await EmbeddedNetwork.Start(folder, settings);
            using var second = new CasePlay(CaseLibrary.Sample("C1"), again.Running, new PlaySettings());
            var next = await second.Run();
            next.Problems.ShouldBeEmpty();
            next.Referral.ShouldNotBe(report.Referral);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
