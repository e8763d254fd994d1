using Referral.Journeys.Servers;
using Referral.Network;
using Referral.Network.Embedded;
using Referral.Network.Processes;
using Referral.Network.Rabbit;
using Xunit;

namespace Referral.Journeys.Questions;

/// <summary>A coded question and its answer, between real processes and on a real database server.</summary>
public sealed class When_a_question_crosses : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-asked-").FullName;

    [Fact]
    public async Task between_four_processes_over_rabbitmq_it_is_answered()
    {
        var server = RabbitNode.Find();
        Assert.SkipWhen(
            server.Script is null && Environment.GetEnvironmentVariable("REFERRAL_RABBITMQ") is null,
            server.Sentence);
        await using var network = await ProcessNetwork.Start(_folder, new(), CancellationToken.None);

        await AskedAcross.Play(network.Running);
    }

    [Fact]
    [Trait("Servers", "either")]
    public async Task on_postgresql_it_is_answered()
    {
        var chosen = await TestServers.Databases();
        Assert.SkipWhen(chosen.Server is null, chosen.WhyNot);
        await using var server = chosen.Server!;
        var databases = new Dictionary<string, Gateway.Storage.PostgresDatabases>();
        foreach (var code in Members.Codes)
            databases[code] = await server.Make($"referral_{code.ToLowerInvariant()}");
        await using var network = await EmbeddedNetwork.Start(
            _folder, new NetworkSettings { Postgres = code => databases[code] });

        await AskedAcross.Play(network.Running);
    }

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
