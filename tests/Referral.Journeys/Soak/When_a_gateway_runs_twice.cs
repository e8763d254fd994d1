using Referral.Cli;
using Referral.Network.Postgres;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Soak;

/// <summary>
/// Two replicas of Thailand's gateway on one PostgreSQL and one letterbox, officers at the doors of both;
/// each is killed (kill -9) under load, and so are the others.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class When_a_gateway_runs_twice
{
    private const string Name = "Soak with replicas, alone on the machine";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task the_account_is_exact_though_replicas_are_killed()
    {
        Assert.SkipWhen(PostgresNode.WhyNot is not null, PostgresNode.WhyNot ?? "");
        Assert.SkipWhen(RabbitNode.Find().Script is null, RabbitNode.Find().Sentence);
        using var words = new StringWriter();

        var exit = await CommandLine.Run(
            ["soak", "--letters", "400", "--rate", "20", "--store", "postgres", "--twice", "TH",
                "--kill-every", "2", "--kills", "1"],
            Screen.To(words)).WaitAsync(Limit, TestContext.Current.CancellationToken);

        var said = words.ToString();
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        exit.ShouldBe(0, said);
        said.ShouldMatch("TH/2 [1-9]");
        said.ShouldContain("pairs          12 of 12");
        said.ShouldContain("Exact:");
    }
}
