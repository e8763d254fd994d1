using Referral.Gateway.Journal.Pack;
using Referral.Tests.Gateway.Border.Trust;
using Referral.Tests.Gateway.Running;
using Referral.Tests.Verifier.Pack;
using Referral.Verifier.Pack;
using Shouldly;
using Xunit;
using static Referral.Tests.Gateway.Journal.Pack.When_a_played_referral_is_packed;

namespace Referral.Tests.Gateway.Journal.Pack;

/// <summary>
/// Court packs of running gateways after the host's signing key was revoked. The persons are invented.
/// </summary>
public class When_a_key_was_revoked_before_packing(RunningGateways gateways) : IClassFixture<RunningGateways>
{
    private const string Host = "TH";
    private const string Origin = "LA";

    private readonly AdministeredNetwork _network = new(gateways);

    [Fact]
    public async Task what_the_other_side_had_dated_before_holds_as_history()
    {
        var one = await Sealed(gateways);
        // Moments are whole seconds, and the very second of the revocation is too late.
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        await Revoke(lost: DateTimeOffset.UtcNow);

        foreach (var country in new[] { Host, Origin })
        {
            var report = await Checked(country, one.Referral);
            report.Findings.ShouldBeEmpty();
            (report.Letters, report.Receipts).ShouldBe((2, 2));
        }

        // A receipt tells the host that its letter had come; nobody tells it that its own receipt had.
        var atHome = await Checked(Host, one.Referral);
        atHome.History.ShouldBe(1);
        atHome.OwnWord.Select(FolderOf).Distinct().ShouldBe([PackFormat.Receipts, PackFormat.Checkpoints]);
        var abroad = await Checked(Origin, one.Referral);
        abroad.History.ShouldBe(2);
        abroad.OwnWord.Select(FolderOf).Distinct().ShouldBe([PackFormat.Witnesses]);
    }

    [Fact]
    public async Task what_was_signed_after_the_loss_holds_on_the_word_of_its_own_country_alone()
    {
        var one = await Sealed(gateways);
        await Revoke(lost: DateTimeOffset.UtcNow.AddHours(-1));

        var atHome = await Checked(Host, one.Referral);
        atHome.Findings.ShouldBeEmpty();
        atHome.OwnWord.ShouldContain(
            piece => piece.StartsWith(PackFormat.Letters + Host, StringComparison.Ordinal));
        var abroad = await Checked(Origin, one.Referral);
        abroad.Findings.Select(found => found.Code).Distinct()
            .ShouldBe([Referral.Verifier.Pack.Refusals.KeyRevoked]);
        abroad.Findings.ShouldContain(
            found => found.Piece.StartsWith(PackFormat.Letters + Host, StringComparison.Ordinal));
    }

    private static string FolderOf(string piece) =>
        piece[..(piece.IndexOf('/', StringComparison.Ordinal) + 1)];

    private async Task Revoke(DateTimeOffset lost)
    {
        _network.Replace(Host, lost);
        await _network.Install(Host, Origin, "CN", "VN");
    }

    // What both verifiers say.
    private async Task<PackReport> Checked(string country, string referral)
    {
        var pack = Make(gateways, country, referral).Outcome;
        var report = PackCheck.Run(new MemoryStream(pack));
        var (_, lines) = await SecondVerifier.Run(pack, null);
        lines.SkipLast(1).ShouldBe(
        [
            .. report.Findings.Select(found => $"{found.Code} {found.Piece}"),
            .. report.OwnWord.Select(piece => $"own-word {piece}"),
        ]);
        return report;
    }
}
