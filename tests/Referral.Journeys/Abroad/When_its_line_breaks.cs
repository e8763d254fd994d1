using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Referral.Cli;
using Referral.Contracts.Desk;
using Referral.Journeys.Secrecy;
using Referral.Tests.Cli;
using Shouldly;
using Xunit;

namespace Referral.Journeys.Abroad;

/// <summary>
/// The line breaks when the gateway has done what was asked and its answer is on the way. All persons are
/// invented.
/// </summary>
[Collection(Alone.Name)]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed partial class When_its_line_breaks(OfficeAbroad office) : IClassFixture<OfficeAbroad>
{
    private const string Post = "LA-WELFARE";
    private const string Role = "CM";

    [Fact]
    public async Task a_command_whose_answer_was_lost_asks_again_by_itself_and_has_its_effect_once()
    {
        var before = (await List()).Count;

        var end = await AnswerLost("CreateCase", comesBack: true, ["case", "new", "TH", "--entry", "RESCUE"]);

        end.Code.ShouldBe(Exit.Holds, end.Errors);
        (await List()).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task a_new_case_is_made_once_by_the_request_id_that_the_command_told()
    {
        var before = (await List()).Count;
        string[] words = ["case", "new", "TH", "--entry", "RESCUE", "--output", "json"];

        var end = await AnswerLost("CreateCase", comesBack: false, words);

        end.Code.ShouldBe(Exit.NoAnswer, end.Errors);
        end.Errors.ShouldStartWith("REF-3206");
        office.Line.ComeBackSlow();
        string[] again = [.. words, "--request-id", Id().Match(end.Errors).Groups[1].Value];
        var first = await Done(again);
        (await Done(again)).ShouldBe(first);
        (await List()).Count.ShouldBe(before + 1);
        JsonNode.Parse(first)!["name"]!.ToString().ShouldBe((await List())[0]);
    }

    [Fact]
    public async Task what_was_typed_into_an_edit_is_kept_and_goes_on_as_it_was_told()
    {
        var made = JsonNode.Parse(await Done(
            ["case", "new", "TH", "--entry", "RESCUE", "--output", "json"]))!["name"]!.ToString();

        var end = await AnswerLost("EditSection", comesBack: false, ["case", "edit", made, "--file", "-"],
            """{"person": {"sex": "F", "nationalityClaimed": ["TH"]}}""");

        end.Code.ShouldBe(Exit.NoAnswer, end.Errors);
        var told = Edit().Match(end.Errors);
        told.Success.ShouldBeTrue(end.Errors);
        var kept = told.Groups[1].Value;
        File.GetUnixFileMode(kept).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        office.Line.ComeBackSlow();
        (await Done(["case", "edit", made, "--file", kept, "--revision", told.Groups[2].Value,
            "--request-id", told.Groups[3].Value])).ShouldContain("person=1");
        File.Exists(kept).ShouldBeFalse();
    }

    [Fact]
    public async Task a_refused_edit_keeps_what_was_typed()
    {
        var end = await Run(["case", "edit", office.Case, "--file", "-", "--revision", "77"],
            """{"person": {"sex": "F"}}""");

        end.Code.ShouldBe(Exit.Conflict, end.Errors);
        var kept = Kept().Match(end.Errors).Groups[1].Value;
        (await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken)).ShouldContain("\"F\"");
    }

    [Fact]
    public async Task letters_are_prepared_once()
    {
        string[] words = ["case", "send", office.Case, "M01", "--output", "json"];

        var end = await AnswerLost("PrepareLetter", comesBack: false, words);

        end.Code.ShouldBe(Exit.NoAnswer, end.Errors);
        office.Line.ComeBackSlow();
        string[] again = [.. words, "--request-id", Id().Match(end.Errors).Groups[1].Value];
        var draft = JsonNode.Parse(await Done(again))!;
        JsonNode.Parse(await Done(again))!.ToJsonString().ShouldBe(draft.ToJsonString());
        var next = JsonNode.Parse(await Done(words))!;
        ((int)next["revision"]!).ShouldBe((int)draft["revision"]! + 1);
    }

    [Fact]
    public async Task a_line_that_says_nothing_is_told_with_7_after_every_try_had_its_time()
    {
        office.Line.FallSilent();

        var end = await Run(["tray", "--timeout", "3"]);

        end.Code.ShouldBe(Exit.NoAnswer, end.Errors);
        end.Errors.ShouldStartWith("REF-3206");
        office.Line.CutOff();
        office.Line.ComeBackSlow();
        await Done(["tray"]);
    }

    /// <summary>
    /// What is asked arrives and is done; the line is cut while the answer is under way on it.
    /// </summary>
    private async Task<CommandEnd> AnswerLost(
        string call, bool comesBack, string[] words, string input = "")
    {
        var before = await office.Calls(call);
        office.Line.DelayAnswers(TimeSpan.FromSeconds(5));
        using var process = office.Command.Start(office.Over(Post, Role, words));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var end = CommandProcess.End(process);
        await office.Until(call, before);
        office.Line.CutOff();
        if (comesBack) office.Line.ComeBackSlow();
        return await end;
    }

    private async Task<IReadOnlyList<string>> List()
    {
        using var channel = office.Channel();
        var list = await new Cases.CasesClient(channel).ListCasesAsync(
            new() { PageSize = 200 }, office.As(Post, Role));
        return [.. list.Cases.Select(one => one.Name)];
    }

    private async Task<CommandEnd> Run(string[] words, string input = "") =>
        await office.Command.RunWith(input, office.Over(Post, Role, words));

    private async Task<string> Done(string[] words)
    {
        var end = await Run(words);
        end.Code.ShouldBe(Exit.Holds, end.Errors);
        return end.Output;
    }

    [GeneratedRegex("--request-id ([0-9a-f-]{36})")]
    private static partial Regex Id();

    [GeneratedRegex("--file (\\S+) --revision (\\d+) --request-id ([0-9a-f-]{36})")]
    private static partial Regex Edit();

    [GeneratedRegex("is lost: (\\S+)")]
    private static partial Regex Kept();
}
