using System.Globalization;
using Referral.Cli;
using Referral.Network.Rabbit;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Soak;

/// <summary>
/// The command as an operator runs it, with troubles: SQLite stores, a private RabbitMQ, each gateway killed
/// (kill -9) five times at least and the broker too. The larger run is made by hand: docs/Reliability.md.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class When_letters_are_counted_through_kills
{
    private const string Name = "Soak through kills, alone on the machine";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task the_account_of_two_thousand_letters_is_exact()
    {
        Assert.SkipWhen(RabbitNode.Find().Script is null, RabbitNode.Find().Sentence);
        using var words = new StringWriter();

        var exit = await CommandLine.Run(
            ["soak", "--letters", "2000", "--rate", "30", "--kill-every", "2", "--kills", "5",
                "--stop-broker-every", "40"],
            Screen.To(words)).WaitAsync(Limit, TestContext.Current.CancellationToken);

        var said = words.ToString();
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        exit.ShouldBe(0, said);
        said.ShouldContain("pairs          12 of 12");
        said.ShouldContain("broker stopped");
        said.ShouldContain("Exact:");
        KillsIn(said).ShouldBeGreaterThanOrEqualTo(4 * 5);
    }

    private static int KillsIn(string said) => int.Parse(
        said.Split("gateways killed ")[^1].Split(' ')[0], CultureInfo.InvariantCulture);
}
