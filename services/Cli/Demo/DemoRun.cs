using System.Diagnostics;
using Referral.Cli.Journals;
using Referral.Cli.Show;
using Referral.Network;
using Referral.Network.Play;

namespace Referral.Cli.Demo;

/// <summary>
/// Starts the network, plays the case, shows both sides, stops, and checks what was left on disk.
/// </summary>
internal sealed class DemoRun(Screen screen, DemoChoice choice)
{
    // With nothing delivered there is nothing to wait for; the control is to end soon.
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public async Task<int> Run(CancellationToken stopping)
    {
        var folder = Path.GetFullPath(choice.Folder ?? DataFolders.Temporary());
        try
        {
            var failed = await RunIn(folder, stopping);
            if (failed.Count == 0)
            {
                if (choice.Folder is null) Directory.Delete(folder, recursive: true);
                screen.Good("Everything holds.");
                return Exit.Holds;
            }
            screen.Title("What does not hold");
            foreach (var sentence in failed) screen.Bad($"  {sentence}");
            screen.Line($"Kept for looking into it: {folder}");
            return Exit.DoesNotHold;
        }
        catch
        {
            screen.Wrong($"Kept for looking into it: {folder}");
            throw;
        }
    }

    private async Task<IReadOnlyList<string>> RunIn(string folder, CancellationToken stopping)
    {
        var file = choice.Case;
        screen.Title($"{file.Id}  {file.Title}: {file.Host} to {file.Origin} ({file.Ref}, invented persons)");
        var (report, views) = await Play(folder, stopping);
        if (views is { } seen) SidesPrint.Print(screen, file, seen.Host, seen.Origin);
        NotPlayedPrint.Print(screen, report);
        if (report.HostCase is null && report.Refusals.Count == 0)
            screen.Bad("Nothing of this case can be played yet: what follows holds of an empty network.");
        if (Controls.Spoil(choice.Control, folder, file.Host) is { } spoilt)
            screen.Bad($"Control {choice.Control}: {spoilt}");

        screen.Title("Journals");
        var journals = JournalsCheck.Run(folder);
        JournalsPrint.Print(screen, journals);
        var failed = DemoChecks.Run(report, views?.Origin, folder, journals);
        screen.Title(FormattableString.Invariant($"{_watch.Elapsed.TotalSeconds:0.0} s"));
        return failed;
    }

    private async Task<(PlayReport Report, (SideView Host, SideView? Origin)? Views)> Play(
        string folder, CancellationToken stopping)
    {
        screen.Line($"Starting four gateways ({choice.Carrier}) on {folder}");
        var settings = new NetworkSettings { Tell = screen.Quiet, Tls = choice.Tls };
        await using var network = await OpenNetwork.Start(
            choice.Carrier, folder, settings, Controls.Carrier(choice.Control), stopping);
        screen.Line(FormattableString.Invariant(
            $"Ready after {_watch.Elapsed.TotalSeconds:0.0} s. Now the case:"));

        var pace = new PlaySettings { Tell = line => screen.Line($"  {line}") };
        if (choice.Control == Controls.DropAll) pace = pace with { SettleLimit = ShortLimit };
        using var play = new CasePlay(choice.Case, network.Running, pace);
        var report = await play.Run();
        RefusalsPrint.Print(screen, report);
        return (report, await play.Look());
    }
}
