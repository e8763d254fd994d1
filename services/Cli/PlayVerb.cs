using System.CommandLine;
using Referral.Cli.Demo;
using Referral.Cli.Show;
using Referral.Network;
using Referral.Network.Cases;
using Referral.Network.Containers;
using Referral.Network.Play;

namespace Referral.Cli;

/// <summary>
/// `referral play`: a case file played through the doors of a network of containers that runs already.
/// </summary>
internal static class PlayVerb
{
    private const string Sample = "C1";

    public static Verb Build(Screen screen)
    {
        var at = new Option<string>("--at")
        {
            Description = "Folder that `referral found` made", Required = true,
        };
        var file = new Option<FileInfo?>("--case")
        {
            Description = $"Case file to play (docs/CaseFile.md); default: the sample case {Sample}",
        };
        var verb = new Verb("play", "Plays a case across a network of containers that runs.",
            "referral play --at ./network",
            "referral play --at ./network --case my-case.json")
        {
            at, file,
        };
        verb.SetAction(async (parsed, _) =>
        {
            var reading = parsed.GetValue(file) is { } named
                ? CaseReader.ReadFile(named.FullName)
                : new(CaseLibrary.Sample(Sample), []);
            if (reading.Case is { } read) return await Run(screen, read, parsed.GetValue(at)!);
            foreach (var line in ProblemsPrint.Lines(parsed.GetValue(file)!.FullName, reading))
                screen.Wrong(line);
            return Exit.BadInput;
        });
        return verb;
    }

    private static async Task<int> Run(Screen screen, CaseFile file, string folder)
    {
        RunningNetwork network;
        try
        {
            network = ContainerNetwork.Of(folder);
        }
        catch (NetworkFault fault)
        {
            screen.Wrong(fault.Message);
            return Exit.BadInput;
        }
        screen.Title($"{file.Id}  {file.Title}: {file.Host} to {file.Origin} ({file.Ref}, invented persons)");
        var pace = new PlaySettings { Tell = line => screen.Line($"  {line}") };
        using var play = new CasePlay(file, network, pace);
        var report = await play.Run();
        RefusalsPrint.Print(screen, report);
        if (await play.Look() is { } seen) SidesPrint.Print(screen, file, seen.Host, seen.Origin);
        NotPlayedPrint.Print(screen, report);
        foreach (var sentence in report.Problems) screen.Bad($"  {sentence}");
        if (!report.Holds || report.HostCase is null)
        {
            screen.Bad("Does not hold.");
            return Exit.DoesNotHold;
        }
        screen.Good("Every letter that left is settled by its receiver's receipt.");
        return Exit.Holds;
    }
}
