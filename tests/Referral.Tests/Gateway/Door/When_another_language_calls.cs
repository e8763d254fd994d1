using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Referral.Gateway.Border.Trust;
using Referral.Tests.Contracts;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Door;

/// <summary>
/// Python and Node play case C1 from entry to acknowledgement, by reflection alone; see tests/clients.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_another_language_calls(RunningGateways gateways)
{
    private static readonly string Folder = Path.Combine(RepositoryFile.Root, "tests", "clients");

    [Fact]
    public async Task node_plays_c1_to_its_acknowledgement()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node", "node_modules", "@grpc", "grpc-js")))
            Assert.Skip("npm @grpc/grpc-js is not installed; tests/clients/install installs it.");
        await Plays("node", Path.Combine(Folder, "node", "play.mjs"));
    }

    [Fact]
    public async Task python_plays_c1_to_its_acknowledgement()
    {
        var python = new[] { Path.Combine(Folder, "python", ".venv", "bin", "python"), "/usr/bin/python3" }
            .FirstOrDefault(HasGrpc);
        if (python is null)
            Assert.Skip("python grpcio is not installed; tests/clients/install installs it.");
        await Plays(python, Path.Combine(Folder, "python", "play.py"));
    }

    private async Task Plays(string program, string script)
    {
        var plan = Path.Combine(Folder, "c1.json");
        var (code, output, errors) = await Run(program, [script, plan], Given(plan));

        code.ShouldBe(0, errors);
        var known = JsonDocument.Parse(output).RootElement;
        var referral = known.GetProperty("referral").GetString()!;
        var desk = gateways.Desk("LA");
        var there = await desk.Does(
            desk.Officer, (door, o) => door.GetCaseAsync(new() { Case = referral }, o));
        there.Stage.Code.ShouldBe("Notified");
        there.Fields.ShouldContain(f => f.Key == "name_native" && f.Original.Contains("บัววัน"));
    }

    // Addresses and tokens, as an administrator would hand them to a system.
    private string Given(string plan)
    {
        var tokens = new JsonObject();
        foreach (var step in JsonNode.Parse(File.ReadAllText(plan))!["steps"]!.AsArray())
        {
            var (at, post, role) = ((string)step!["at"]!, (string)step["post"]!, (string)step["role"]!);
            tokens[$"{at}/{post}/{role}"] = PracticeTokens.Issue(gateways.DataFolder(at), at,
                $"invented.{role.ToLowerInvariant()}", post, [role], TimeSpan.FromHours(1));
        }

        var doors = new JsonObject();
        foreach (var country in new[] { "TH", "LA" })
            doors[country] = $"127.0.0.1:{gateways.Network.Of(country).Door.Port}";
        return new JsonObject { ["doors"] = doors, ["tokens"] = tokens }.ToJsonString();
    }

    private static bool HasGrpc(string python)
    {
        if (!File.Exists(python))
            return false;
        using var asked = Process.Start(new ProcessStartInfo(python, ["-c", "import grpc"])
        {
            RedirectStandardError = true,
        })!;
        asked.WaitForExit();
        return asked.ExitCode == 0;
    }

    private static async Task<(int Code, string Output, string Errors)> Run(
        string program, IReadOnlyList<string> arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
