using Referral.Cli;
using Referral.Network.Cases;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli;

/// <summary>The whole product in one process: four gateways, a case, both sides, every check.</summary>
public sealed class When_the_demo_is_run : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    private string Output => _output.ToString();

    [Fact]
    public async Task the_first_sample_case_crosses_and_everything_holds()
    {
        (await Demo()).ShouldBe(Exit.Holds, Output);

        var sample = CaseLibrary.Sample("C1");
        Output.ShouldContain($"{sample.Person.Name.AsWritten}  ({sample.WrittenIn})");
        Output.ShouldContain("ບົວວັນ ສີສະຫວັດ  [ຮູບອ່ານ; ສະກົດຄຳໄທເປັນລາວ (ຊ່ວຍອ່ານ)");
        foreach (var letter in new[] { "M01 number 1", "M05 number 2", "M02 number 1", "M04 number 2" })
            Output.ShouldContain(letter);
        Output.ShouldContain("followup: PlanAgreed");
        Output.TrimEnd().ShouldEndWith("Everything holds.");
    }

    [Theory]
    [InlineData("C2")]
    [InlineData("C4")]
    public async Task the_other_sample_cases_reach_the_answer_on_nationality(string id)
    {
        (await Demo("--case", Written(id))).ShouldBe(Exit.Holds, Output);

        Output.ShouldContain("VerificationResult: M04 number 2 left");
    }

    [Fact]
    public async Task a_pair_without_an_operated_agreement_ends_at_its_draft_of_a_note()
    {
        (await Demo("--case", Written("C3"))).ShouldBe(Exit.Holds, Output);

        Output.ShouldContain("REF-2201");
        Output.ShouldContain("the case waits at the draft of its note verbale");
        Output.ShouldNotContain(" left, by ");
    }

    [Theory]
    [InlineData("drop-all", "settled letter M01 number 1")]
    [InlineData("flip-journal", "REF-2501 Entry 3 of chain")]
    [InlineData("lose-receipt", "REF-2504 Entry")]
    public async Task a_negative_control_is_noticed(string control, string said)
    {
        (await Demo("--control", control)).ShouldBe(Exit.DoesNotHold, Output);

        Output.ShouldContain(said);
        Output.ShouldNotContain("Everything holds.");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<int> Demo(params string[] more)
    {
        var network = Path.Combine(_folder.Path, "network");
        return await CommandLine.Run(["demo", "--data", network, .. more], Screen.To(_output));
    }

    private string Written(string id)
    {
        var path = Path.Combine(_folder.Path, $"{id}.json");
        File.WriteAllBytes(path, CaseLibrary.Bytes($"{id}.json"));
        return path;
    }
}
