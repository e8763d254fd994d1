using Referral.Cli;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Soak;

/// <summary>
/// The command as an operator runs it, small and without troubles: what it counts is exact. With kills of
/// gateways, broker and database it is run by hand on a machine of its own; figures: docs/Reliability.md.
/// </summary>
public sealed class When_letters_are_counted
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task every_letter_takes_effect_once_and_in_order()
    {
        var (exit, words) = await Referral("soak", "--letters", "200", "--rate", "50", "--carrier", "memory");

        exit.ShouldBe(0, words);
        words.ShouldContain("doubles        0");
        words.ShouldContain("losses         0");
        words.ShouldContain("out of order   0");
        words.ShouldContain("Exact:");
    }

    [Fact]
    public async Task troubles_that_cannot_be_had_are_refused_before_anything_starts()
    {
        (await Referral("soak", "--carrier", "memory", "--kill-every", "5")).Exit.ShouldBe(2);
        (await Referral("soak", "--restart-database-every", "5")).Exit.ShouldBe(2);
        (await Referral("soak", "--kills", "5")).Exit.ShouldBe(2);
    }

    private static async Task<(int Exit, string Words)> Referral(params string[] arguments)
    {
        using var words = new StringWriter();
        var exit = await CommandLine.Run(arguments, Screen.To(words)).WaitAsync(Limit);
        return (exit, words.ToString());
    }
}
