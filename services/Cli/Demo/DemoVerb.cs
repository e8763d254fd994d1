using System.CommandLine;
using Referral.Network.Cases;

namespace Referral.Cli.Demo;

/// <summary>
/// `referral demo`: one referral crosses a border, and everything that was promised of it is checked.
/// </summary>
internal static class DemoVerb
{
    private const string Sample = "C1";

    public static Verb Build(Screen screen)
    {
        var file = new Option<FileInfo?>("--case")
        {
            Description = $"Case file to play (docs/CaseFile.md); default: the sample case {Sample}",
        };
        var carrier = CarrierChoice.Option();
        var tls = CarrierChoice.Tls();
        var data = DataFolders.Option(
            "Folder of the network, kept; default: one of its own, removed when all holds");
        var control = new Option<string?>("--control")
        {
            Description = "Spoils one thing (docs/Demo.md)",
            Hidden = true,
        };
        control.AcceptOnlyFromAmong(Controls.All);
        var verb = new Verb("demo",
            "Plays a case from its first entry to the answer on nationality, and checks it.",
            "referral demo",
            "referral demo --carrier rabbitmq",
            "referral demo --case my-case.json --data ./practice")
        {
            file, carrier, tls, data, control,
        };
        CarrierChoice.Together(verb, carrier, tls);
        verb.SetAction(async (parsed, stopping) =>
        {
            var reading = parsed.GetValue(file) is { } named
                ? CaseReader.ReadFile(named.FullName)
                : new(CaseLibrary.Sample(Sample), []);
            if (reading.Case is null) return Refuse(screen, parsed.GetValue(file)!, reading);
            var chosen = new DemoChoice(
                reading.Case, parsed.GetValue(carrier)!, parsed.GetValue(data), parsed.GetValue(control))
            { Tls = parsed.GetValue(tls) };
            if (chosen is { Control: Controls.DropAll, Carrier: CarrierChoice.RabbitMq })
            {
                screen.Wrong(
                    $"--control {Controls.DropAll} spoils the carrier in memory; use it without --carrier.");
                return Exit.BadInput;
            }
            return await new DemoRun(screen, chosen).Run(stopping);
        });
        return verb;
    }

    private static int Refuse(Screen screen, FileInfo file, CaseReading reading)
    {
        foreach (var line in ProblemsPrint.Lines(file.FullName, reading)) screen.Wrong(line);
        return Exit.BadInput;
    }
}

/// <summary>What the demo was asked for.</summary>
internal sealed record DemoChoice(CaseFile Case, string Carrier, string? Folder, string? Control)
{
    /// <summary>TLS at the private RabbitMQ.</summary>
    public bool Tls { get; init; }
}
