using System.Text.Json.Nodes;
using Referral.Contracts.Desk;
using Referral.Journeys.Secrecy;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Abroad;

/// <summary>
/// `referral watch` over a line that is cut, and over one that goes silent: each event is told once. All
/// persons are invented.
/// </summary>
[Collection(Alone.Name)]
public sealed class When_its_watch_breaks(OfficeAbroad office) : IClassFixture<OfficeAbroad>
{
    [Fact]
    public Task a_cut_line_is_taken_up_where_it_left_off() => Breaks(office.Line.CutOff);

    [Fact]
    public Task a_silent_line_is_found_out_and_taken_up_where_it_left_off() => Breaks(office.Line.FallSilent);

    private async Task Breaks(Action line)
    {
        using var watch = office.Command.Start(office.Over(OfficeAbroad.Embassy, "DO", "watch", "--from",
            DateTimeOffset.UtcNow.ToString("O"), "--count", "4", "--output", "json", "--timeout", "6"));
        var told = new List<string>();
        async Task Take()
        {
            var moved = JsonNode.Parse((await watch.StandardOutput.ReadLineAsync(
                TestContext.Current.CancellationToken))!)!;
            told.Add(moved["caseName"]!.ToString());
        }

        var made = new List<string> { await NewCase() };
        await Take();
        line();
        made.Add(await NewCase());
        made.Add(await NewCase());
        // The command says so by itself, before anything is there to be read.
        (await watch.StandardError.ReadLineAsync(TestContext.Current.CancellationToken))
            .ShouldBe("The line broke; it is taken up again.");
        office.Line.CutOff();
        office.Line.ComeBackSlow();
        made.Add(await NewCase());
        for (var left = 0; left < 3; left++) await Take();

        await watch.WaitForExitAsync(TestContext.Current.CancellationToken);
        watch.ExitCode.ShouldBe(0);
        told.ShouldBe(made);
    }

    private async Task<string> NewCase()
    {
        using var channel = office.Channel();
        var made = await new Cases.CasesClient(channel).CreateCaseAsync(
            new() { CommandId = Guid.NewGuid().ToString(), Origin = "TH" }, office.As("LA-WELFARE", "CM"));
        return made.Name;
    }
}
