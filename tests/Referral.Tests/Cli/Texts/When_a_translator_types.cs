using Referral.Cli;
using Referral.Tests.Gateway.Running;
using Referral.Tests.Gateway.Texts;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Texts;

/// <summary>The verbs of texts and names against a running gateway. All persons are invented.</summary>
[Collection(AtTheDesk.Name)]
public class When_a_translator_types(RunningGateways gateways)
{
    [Fact]
    public async Task a_text_is_listed_drafted_and_reviewed_by_another()
    {
        var one = await TextCase.Kept(gateways);
        var unit = await one.Unit();
        var (desk, draft) = (one.Reader, $"{unit.Source[..3]} (สมมติ)");

        (await Call(desk.Translator, "texts", "list", "--all")).Said.ShouldContain(unit.Name[^12..]);
        (await Call(desk.Translator, "texts", "draft", unit.Name, draft, "--revision", "1")).Exit
            .ShouldBe(Exit.Holds);
        (await Call(desk.Translator, "texts", "machine", unit.Name, "--revision", "2")).Said
            .ShouldContain("REF-2706");
        (await Call(desk.Reviewer, "texts", "show", unit.Name)).Exit.ShouldBe(Exit.Holds);
        (await Call(desk.Reviewer, "texts", "review", unit.Name, "--revision", "1")).Said
            .ShouldContain("REF-2702");
        (await Call(desk.Reviewer, "texts", "review", unit.Name, "--revision", "2")).Exit
            .ShouldBe(Exit.Holds);
    }

    [Fact]
    public async Task a_form_is_confirmed_by_its_scheme_and_then_printed()
    {
        var one = await PlayedCase.Registered(gateways);
        string[] travel = ["case", "name", one.Number, "--travel-document"];

        (await Call(one.Home.Officer, travel)).Said.ShouldContain("REF-2308");
        (await Call(one.Home.Officer, "case", "confirm-name", one.Number, "--scheme", "rtgs")).Exit
            .ShouldBe(Exit.Holds);

        (await Call(one.Home.Officer, travel)).Said.ShouldContain("Buawan Sisawat");
    }

    private async Task<(int Exit, string Said)> Call(Seat seat, params string[] words)
    {
        var file = await TokenFile.Of(gateways, seat);
        var address = new Uri($"{gateways.Network.Of("TH").Door}");
        using var said = new StringWriter();
        var exit = await CommandLine.Run(
            [.. words, "--address", address.Authority, "--token-file", file, "--output", "csv"],
            Screen.To(said));
        return (exit, said.ToString());
    }
}
