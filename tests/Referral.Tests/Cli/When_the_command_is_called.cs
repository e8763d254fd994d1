using Referral.Cli;
using Referral.Tests.Network.Cases;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli;

public class When_the_command_is_called
{
    private readonly StringWriter _output = new();

    [Theory]
    [InlineData("demo", "referral demo --carrier rabbitmq")]
    [InlineData("up", "referral up --data ./practice")]
    [InlineData("verify", "referral verify ./practice")]
    [InlineData("token", "referral token --country")]
    [InlineData("pack", "referral pack RC-... --country")]
    [InlineData("erase", "--reason RETENTION_ENDED")]
    [InlineData("border", "referral border --country")]
    [InlineData("why", "referral why 019a0000-0000-7000-8000-000000000001 --country")]
    [InlineData("letterboxes", "referral letterboxes --broker amqp://broker:5672 --out ./secrets")]
    [InlineData("certificates", "referral certificates --name broker --out ./secrets/certificates")]
    [InlineData("found", "docker-compose --env-file ./network/compose.env up -d --build")]
    [InlineData("play", "referral play --at ./network")]
    [InlineData("glossary", "referral glossary import partner.tbx --to partner.tsv")]
    [InlineData("memory", "referral memory export ours.tmx --from ours.tsv")]
    [InlineData("case", "referral case new LA")]
    [InlineData("tray", "referral tray --all --output csv > tray.csv")]
    [InlineData("status", "referral status RC-TH-LA")]
    [InlineData("watch", "referral watch --from")]
    [InlineData("completion", "source <(referral completion bash)")]
    [InlineData("login", "referral login --address 127.0.0.1:5101")]
    [InlineData("logout", "referral logout --as police")]
    public async Task each_verb_shows_examples_in_its_help(string verb, string example)
    {
        (await Call(verb, "--help")).ShouldBe(0);

        _output.ToString().ShouldContain("Examples:");
        _output.ToString().ShouldContain(example);
        _output.ToString()
            .ShouldContain("Exit codes: 0 holds, 1 does not hold, 2 wrong command or file, 3 fault.");
    }

    [Fact]
    public async Task the_help_of_all_names_each_verb()
    {
        (await Call("--help")).ShouldBe(0);

        foreach (var verb in new[]
            { "demo", "up", "verify", "token", "pack", "erase", "border", "why", "letterboxes", "found",
                "play" })
            _output.ToString().ShouldContain($"referral {verb}");
    }

    [Fact]
    public async Task the_negative_controls_are_not_in_the_help()
    {
        await Call("demo", "--help");

        _output.ToString().ShouldNotContain("--control");
    }

    [Theory]
    [InlineData("demo", "--carrier", "pigeon")]
    [InlineData("demo", "--control", "spoil-all")]
    [InlineData("demo", "--control", "drop-all", "--carrier", "rabbitmq")]
    [InlineData("up", "--grpc-port", "80")]
    [InlineData("token", "--country", "ZZ", "--role", "CM")]
    [InlineData("verify", "/no/such/folder")]
    [InlineData("pack", "RC-TH-LA-2026-000001-E", "--country", "TH", "--out", "x.zip", "--data", "/no/such")]
    [InlineData("erase", "RC-TH-LA-2026-000001-E", "--country", "TH")]
    [InlineData("letterboxes", "--broker", "http://broker", "--out", "x")]
    [InlineData("letterboxes", "--broker", "amqps://broker", "--out", "x")]
    [InlineData("certificates", "--out", "x")]
    [InlineData("up", "--tls")]
    [InlineData("play", "--at", "/no/such/folder")]
    [InlineData("found", "--out", "/no/such/folder", "--user", "0:0")]
    [InlineData("found", "--out", "/no/such/folder", "--grpc-port", "80")]
    [InlineData("fly")]
    public async Task a_wrong_command_ends_with_2_and_says_what(params string[] arguments)
    {
        (await Call(arguments)).ShouldBe(Exit.BadInput);

        _output.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task a_folder_without_a_journal_is_bad_input()
    {
        using var folder = new TemporaryFolder();

        (await Call("verify", folder.Path)).ShouldBe(Exit.BadInput);

        _output.ToString().ShouldContain("holds no journal");
    }

    [Fact]
    public async Task a_bad_case_file_is_refused_with_its_line_and_nothing_is_started()
    {
        using var folder = new TemporaryFolder();
        var text = CaseTexts.Changed("C1", file => file["facts"]!["sector"] = "CIRCUS");
        var path = Path.Combine(folder.Path, "case.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        (await Call("demo", "--case", path, "--data", Path.Combine(folder.Path, "net")))
            .ShouldBe(Exit.BadInput);

        _output.ToString().ShouldContain($"{path}:{CaseTexts.LineOf(text, "CIRCUS")}: /facts/sector: ");
        _output.ToString().ShouldContain("REF-3001");
        Directory.Exists(Path.Combine(folder.Path, "net")).ShouldBeFalse();
    }

    private Task<int> Call(params string[] arguments) => CommandLine.Run(arguments, Screen.To(_output));
}
