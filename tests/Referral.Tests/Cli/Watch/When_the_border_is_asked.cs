using System.Globalization;
using Referral.Cli;
using Referral.Contracts.Desk;
using Referral.Network;
using Referral.Network.Embedded;
using Shouldly;
using Xunit;

namespace Referral.Tests.Cli.Watch;

/// <summary>The verbs `border` and `why` against a network that runs.</summary>
public sealed class When_the_border_is_asked : IAsyncLifetime
{
    private const string NoLetter = "019a0000-0000-7000-8000-000000000001";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private EmbeddedNetwork? _network;

    private string Output => _output.ToString();

    public async ValueTask InitializeAsync() =>
        _network = await EmbeddedNetwork.Start(_folder.Path, new NetworkSettings());

    [Fact]
    public async Task it_prints_a_row_for_each_neighbour()
    {
        (await Call("border", "--country", "LA")).ShouldBe(Exit.Holds, Output);

        Output.ShouldContain("The border of LA at ");
        foreach (var word in new[]
            { "Oldest unanswered", "Receipts owed", "CN ", "TH ", "VN ", "Key to seal" })
            Output.ShouldContain(word);
    }

    [Fact]
    public async Task it_prints_json_for_programs_and_turns_the_switch()
    {
        (await Call("border", "--country", "LA", "--pause", "TH", "--output", "json"))
            .ShouldBe(Exit.Holds, Output);

        var border = BorderView.Parser.ParseJson(Output);
        border.Neighbours.Single(n => n.PausedSince is not null).Country.ShouldBe("TH");
        _output.GetStringBuilder().Clear();
        (await Call("border", "--country", "LA", "--resume", "TH")).ShouldBe(Exit.Holds, Output);
        Output.ShouldNotContain("paused");
    }

    [Fact]
    public async Task a_letter_that_is_not_there_is_refused_in_the_language_asked_for()
    {
        (await Call("why", NoLetter, "--country", "LA", "--language", "en")).ShouldBe(Exit.BadInput);

        Output.ShouldContain("REF-2440 There is no such letter here.");
    }

    [Theory]
    [InlineData("why", "no-uuid", "--country", "LA")]
    [InlineData("why", NoLetter, "--country", "ZZ")]
    [InlineData("border", "--country", "LA", "--pause", "LA")]
    [InlineData("border", "--country", "LA", "--send-again", NoLetter)]
    [InlineData("border", "--country", "LA", "--output", "paper")]
    [InlineData("border")]
    public async Task a_wrong_command_ends_with_2_and_says_what(params string[] arguments)
    {
        (await Call(arguments)).ShouldBe(Exit.BadInput);

        Output.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task a_gateway_that_does_not_run_is_said_so()
    {
        var port = Port;
        await _network!.DisposeAsync();
        _network = null;

        (await Call(port, "border", "--country", "LA")).ShouldBe(Exit.Fault);

        Output.ShouldContain("The gateway of LA does not answer on port ");
    }

    [Fact]
    public async Task without_a_network_there_is_nobody_to_ask()
    {
        using var empty = new TemporaryFolder();

        (await CommandLine.Run(["border", "--country", "LA", "--data", empty.Path], Screen.To(_output)))
            .ShouldBe(Exit.BadInput);

        Output.ShouldContain("There is no network in ");
    }

    public async ValueTask DisposeAsync()
    {
        if (_network is not null)
            await _network.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    // The first of the four is the one asked: its port is the first.
    private int Port => _network!.Running.Of("LA").Door.Port;

    private Task<int> Call(params string[] arguments) => Call(Port, arguments);

    private Task<int> Call(int port, params string[] arguments) => CommandLine.Run(
    [
        .. arguments, "--data", _folder.Path,
        "--grpc-port", port.ToString(CultureInfo.InvariantCulture),
    ], Screen.To(_output));
}
