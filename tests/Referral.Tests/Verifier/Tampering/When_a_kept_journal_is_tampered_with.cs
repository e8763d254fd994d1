using Microsoft.EntityFrameworkCore;
using Referral.Cli.Journals;
using Referral.Network;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier.Tampering;

/// <summary>
/// A case played between Thailand and Laos; then copies of all folders, and one attack on Thailand's in each.
/// `referral verify` over the network's folder holds it against what the neighbours keep. The person is
/// invented.
/// </summary>
public class When_a_kept_journal_is_tampered_with(PlayedAndStopped played) : IClassFixture<PlayedAndStopped>
{
    public static TheoryData<string> Names => [.. JournalAttacks.All.Keys];

    [Fact]
    public void untouched_it_holds() => played.Attacked(_ => { }).ShouldAllBe(one => one.Report.Whole);

    [Theory]
    [MemberData(nameof(Names))]
    public void it_is_told_with_its_code(string attack)
    {
        var (act, code, words, alone) = JournalAttacks.All[attack];

        var (together, byItself) = (played.Attacked(act), played.Attacked(act, alone: true));

        together.Where(one => !one.Report.Whole).ShouldHaveSingleItem().Country.ShouldBe("TH");
        together.Single(one => one.Country == "TH").Report.Findings
            .ShouldContain(one => one.Code == code && one.What.Contains(words));
        byItself.ShouldHaveSingleItem().Report.Whole.ShouldBe(!alone);
    }
}

/// <summary>Four gateways that played one case, all of it sealed and witnessed, and were stopped.</summary>
public sealed class PlayedAndStopped : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-tampered-").FullName;

    /// <summary>What is said of every journal in copies after an attack on Thailand's.</summary>
    internal IReadOnlyList<CheckedJournal> Attacked(Action<KeptJournal> attack, bool alone = false)
    {
        var copy = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        Copy(Path.Combine(_folder, "kept"), copy);
        var home = Members.DataFolder(copy, "TH");
        using (var journal = new KeptJournal(home, "TH"))
        {
            attack(journal);
            journal.Save();
        }
        return JournalsCheck.Run(alone ? home : copy);
    }

    public async ValueTask InitializeAsync()
    {
        await using var gateways = new RunningGateways();
        await gateways.InitializeAsync();
        await RunningGateways.Until(
            () => gateways.Rows("TH", db => db.Checkpoints.AnyAsync()), "a first checkpoint");
        var one = await PlayedCase.Verifying(gateways);
        await RunningGateways.Until(
            () => gateways.Rows("TH", JournalTexts.AllSealed), "all of it sealed");
        var last = await gateways.Rows("TH", async db => await db.Checkpoints.MaxAsync(c => c.Number));
        // The next letter carries the checkpoint over the first to the neighbour.
        await one.Release((await one.Prepare("M03")).Revision);
        await RunningGateways.Until(() => gateways.Rows("LA", db =>
            db.Witnesses.AnyAsync(w => w.Country == "TH" && w.Number >= last)), "a witness over all of it");
        await one.ArrivesAbroad();
        await gateways.Restart(() => Copy(gateways.Network.Folder, Path.Combine(_folder, "kept")));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            // Keys in a folder that others may enter would not be read.
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            else
                Directory.CreateDirectory(Path.GetDirectoryName(target)!,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.Copy(file, target);
        }
    }
}
