using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Referral.Cli;
using Referral.Journeys.Secrecy;
using Referral.Tests.Cli;
using Shouldly;
using Xunit;

namespace Referral.Journeys.ByCommand;

/// <summary>
/// Case C1 through the command alone, as processes over gRPC between four gateways that are processes too,
/// with tokens of the practice sign-in. All persons are invented.
/// </summary>
[Collection(Alone.Name)]
public sealed partial class When_a_case_is_played_by_command(CommandNetwork network)
    : IClassFixture<CommandNetwork>
{
    [Fact]
    public async Task it_goes_from_its_entry_to_the_answer_on_nationality()
    {
        Assert.SkipWhen(network.WhyNot is not null, network.WhyNot ?? "");

        var played = await CommandNetwork.Done(network.Script("bash", "from-entry-to-acknowledgement.sh",
            [network.AddressOf("TH"), network.AddressOf("LA"), network.Issuer, network.SecretFile]));

        var referral = Taken().Match(played.Output).Groups[1].Value;
        played.Output.ShouldContain("ບົວວັນ ສີສະຫວັດ");
        played.Output.ShouldMatch(@"M02 .* in +1 +Delivered");
        var desk = await network.SignIn("LA", "demo.la-home.do.1");
        var first = await network.SignIn("LA", "demo.la-verify.id.1");
        var second = await network.SignIn("LA", "demo.la-verify.id.2");
        await CommandNetwork.Done(
            desk(["case", "event", referral, "AssignedToVerification", "--on", "2025-07-23"]));
        await AskAndAnswer(referral, desk);
        await Correct(referral, desk);
        var draft = Json(await CommandNetwork.Done(first(
            ["case", "nationality", referral, "CONFIRMED", "--on", "2025-08-20", "--output", "json"])));
        string[] release = ["case", "release", referral, "--draft", draft["revision"]!.ToString(),
            "--on", "2025-08-20"];

        // Whoever prepared the answer does not release it.
        var own = await first(release);
        own.Code.ShouldBe(Exit.Refused);
        own.Errors.ShouldStartWith("REF-2104");

        (await CommandNetwork.Done(second(release))).Output.ShouldContain("M04");
        var asking = await network.SignIn("TH", "demo.th-home.do.1");
        await Until(asking, ["status", referral, "--output", "csv"], "\nM04 ");
    }

    [Fact]
    public async Task a_police_system_in_python_writes_down_who_was_identified()
    {
        Assert.SkipWhen(network.WhyNot is not null, network.WhyNot ?? "");
        var manager = await network.SignIn("TH", "demo.th-welfare.cm.1");
        var opened = Json(await CommandNetwork.Done(manager(["case", "new", "LA", "--on", "2025-07-03",
            "--entry", "RESCUE", "--urgency", "ROUTINE", "--output", "json"])))["name"]!.ToString();
        await CommandNetwork.Done(manager(["case", "edit", opened, "facts.acts=RECRUIT",
            "facts.means=DECEPTION", "facts.purposes=FORCED_LABOUR"]));
        await CommandNetwork.Done(manager(["case", "event", opened, "ScreeningDone", "--on", "2025-07-04"]));
        const string police = "demo.th-police.id.1";
        await network.SignIn("TH", police);

        var done = await CommandNetwork.Done(network.Script("python3", "police_system.py",
            [network.AddressOf("TH"), opened, "2025-07-15", "DR1", "CR3"], police));

        done.Output.ShouldContain($"{opened}: Identified");
        var again = await network.Script("python3", "police_system.py",
            [network.AddressOf("TH"), opened, "2025-07-15", "NO_SUCH"], police);
        again.Code.ShouldBe(1);
        again.Errors.ShouldStartWith("REF-2305");
    }

    [Fact]
    public async Task who_was_faster_is_not_overwritten_and_the_same_request_has_its_effect_once()
    {
        Assert.SkipWhen(network.WhyNot is not null, network.WhyNot ?? "");
        var manager = await network.SignIn("TH", "demo.th-welfare.cm.2");
        var opened = Json(await CommandNetwork.Done(manager(["case", "new", "LA", "--entry", "RESCUE",
            "--urgency", "ROUTINE", "--output", "json"])))["name"]!.ToString();
        string[] write = ["case", "edit", opened, "person.sex=F", "--revision", "0",
            "--request-id", Guid.NewGuid().ToString()];

        await CommandNetwork.Done(manager(write));
        (await CommandNetwork.Done(manager(write))).Output.ShouldContain("person=1");
        var late = await manager(["case", "edit", opened, "person.is_child=true", "--revision", "0"]);

        late.Code.ShouldBe(Exit.Conflict);
        late.Errors.ShouldContain("person: you read revision 0");
        late.Errors.ShouldContain("REF-2007");
        (await CommandNetwork.Done(manager(["case", "edit", opened, "person.is_child=true"]))).Output
            .ShouldContain("person=2");
    }

    [Fact]
    public async Task many_commands_go_in_one_call_each_with_its_own_outcome_and_once()
    {
        Assert.SkipWhen(network.WhyNot is not null, network.WhyNot ?? "");
        var manager = await network.SignIn("TH", "demo.th-welfare.cm.1");
        var file = Path.Combine(Path.GetDirectoryName(network.SecretFile)!, "group.json");
        await File.WriteAllTextAsync(file, $$"""
            { "commandId": "{{Guid.NewGuid()}}", "items": [
              { "createCase": { "origin": "LA", "head": { "nationalReference": "BATCH-1" } } },
              { "recordEvent": { "case": "TH-2026-999999", "event": "ScreeningDone" } } ] }
            """, TestContext.Current.CancellationToken);

        var end = await manager(["batch", file, "--output", "json"]);

        end.Code.ShouldBe(Exit.Refused, end.Errors);
        var outcomes = Json(end)["outcomes"]!;
        outcomes[0]!["caseView"]!["name"]!.ToString().ShouldStartWith("cases/TH-");
        outcomes[1]!["refusal"]!["code"]!.ToString().ShouldBe("REF-2004");
        (await manager(["batch", file, "--output", "json"])).Output.ShouldBe(end.Output);
    }

    // Vientiane asks by code, Bangkok answers by code; each reads its own language.
    private async Task AskAndAnswer(string referral, Func<string[], Task<CommandEnd>> asks)
    {
        var answers = await network.SignIn("TH", "demo.th-home.do.1");
        var id = Json(await CommandNetwork.Done(asks(
            ["case", "ask", referral, "INTERPRETER_NEEDED", "--output", "json"])))["questionId"]!.ToString();
        await Until(answers, ["case", "questions", referral, "--output", "csv"], id);
        (await answers(["case", "answer", referral, id, "PERHAPS"])).Errors.ShouldStartWith("REF-2117");

        await CommandNetwork.Done(answers(["case", "answer", referral, id, "NO"]));

        await Until(asks, ["case", "questions", referral, "--language", "lo"], "ບໍ່ແມ່ນ");
    }

    // Bangkok corrects its notice; another officer releases; Vientiane reads what is right and what it was.
    private async Task Correct(string referral, Func<string[], Task<CommandEnd>> reads)
    {
        var manager = await network.SignIn("TH", "demo.th-welfare.cm.1");
        var desk = await network.SignIn("TH", "demo.th-home.do.1");
        var second = await network.SignIn("TH", "demo.th-home.ds.2");
        await CommandNetwork.Done(manager(["case", "edit", referral, "facts.sector=FISHING"]));
        var line = Json(await CommandNetwork.Done(desk(["status", referral, "--output", "json"])));
        var notice = line["letters"]!.AsArray()
            .Single(one => one!["kind"]!["code"]!.ToString() == "M01")!["letterId"]!.ToString();
        var draft = Json(await CommandNetwork.Done(desk(
            ["case", "correct", referral, notice, "--reason", "CLERICAL", "--output", "json"])));

        await CommandNetwork.Done(second(
            ["case", "release", referral, "--draft", draft["revision"]!.ToString()]));

        await Until(reads, ["case", "show", referral, "--output", "json"], "\"earlier\": [ {");
    }

    private static async Task Until(Func<string[], Task<CommandEnd>> ask, string[] words, string holds)
    {
        for (var time = 0; time < 60; time++)
            if ((await CommandNetwork.Done(ask(words))).Output.Contains(holds, StringComparison.Ordinal))
                return;
        Assert.Fail($"Never came: {holds}");
    }

    private static JsonNode Json(CommandEnd end) => JsonNode.Parse(end.Output)!;

    [GeneratedRegex("^Referral: (RC-[A-Z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex Taken();
}
