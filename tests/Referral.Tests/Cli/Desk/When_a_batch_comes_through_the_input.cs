using System.Text.RegularExpressions;
using Referral.Cli;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Desk;

/// <summary>
/// `referral batch -`: what came through a pipe exists nowhere else, so it is kept until a gateway has taken
/// it.
/// </summary>
[Collection(AtTheDesk.Name)]
public sealed class When_a_batch_comes_through_the_input(RunningGateways gateways) : IDisposable
{
    private const string Away = "127.0.0.1:1";

    private const string Items = """
        { "items": [
          { "createCase": { "origin": "LA", "head": { "nationalReference": "BATCH-KEPT" } } },
          { "recordEvent": { "case": "TH-2026-999999", "event": "ScreeningDone" } } ] }
        """;

    private readonly TemporaryFolder _home = new();

    private string Unsent => Path.Combine(_home.Path, "referral", "unsent");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task it_is_kept_whole_while_nobody_answers_and_goes_when_it_is_taken()
    {
        var end = await Batch("-", Away, Items);

        end.Code.ShouldBe(Exit.NoAnswer, end.Errors);
        var kept = Directory.GetFiles(Unsent).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken)).ShouldBe(Items);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(kept).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        end.Errors.ShouldContain($"Nothing that you typed is lost: {kept}");
        end.Errors.ShouldMatch($"\"commandId\": \"[0-9a-f-]{{36}}\" in {Regex.Escape(kept)}");
        end.Errors.ShouldNotContain("BATCH-KEPT");

        var taken = await Batch(kept, Here, "");
        taken.Code.ShouldBe(Exit.Refused, taken.Errors);
        taken.Output.ShouldContain("REF-2004");
        Directory.GetFiles(Unsent).ShouldBeEmpty();
    }

    [Fact]
    public async Task what_cannot_be_read_as_a_batch_is_kept_too_and_not_told()
    {
        var end = await Batch("-", Here, "{ \"items\": [ \"BATCH-KEPT\"");

        end.Code.ShouldBe(Exit.BadInput, end.Errors);
        end.Errors.ShouldContain(Directory.GetFiles(Unsent).ShouldHaveSingleItem());
        end.Errors.ShouldNotContain("BATCH-KEPT");
    }

    private string Here => new Uri($"{gateways.Network.Of("TH").Door}").Authority;

    private async Task<CommandEnd> Batch(string file, string address, string input) =>
        await new CommandProcess(_home.Path).RunWith(input, "batch", file, "--address", address,
            "--token-file", await TokenFile.Of(gateways, gateways.Desk("TH").CaseManager), "--output", "csv");
}
