using Referral.Verifier.Pack;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier.Pack;

/// <summary>
/// A pack of XX, looked at after a key was revoked, by both verifiers. XX answered YY's letter 30 seconds
/// after the start and sealed it at two minutes; it sealed YY's receipt at one minute.
/// </summary>
public sealed class When_a_signing_key_was_revoked_since : IDisposable
{
    private static readonly DateTimeOffset Start = PackUnderTest.Start;

    private readonly PackUnderTest _pack = new();

    [Fact]
    public async Task what_another_country_answered_and_sealed_before_stays_valid()
    {
        var report = await Checked(theirs: Start.AddHours(1));

        report.Holds.ShouldBeTrue();
        // Letter and receipt. YY's own checkpoint is kept, but nobody dated it.
        report.History.ShouldBe(2);
        report.OwnWord.ShouldBe([PackFormat.WitnessName("YY", 7)]);
    }

    [Theory]
    [InlineData(31, "receipts/YY", 1)]
    [InlineData(60, "receipts/YY", 1)]
    [InlineData(61, "", 2)]
    public async Task a_receipt_is_as_old_as_the_checkpoint_over_its_entry(
        int revokedAfterSeconds, string broken, int history)
    {
        var report = await Checked(theirs: Start.AddSeconds(revokedAfterSeconds));

        Broken(report).ShouldBe(broken);
        report.History.ShouldBe(history);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-3600)]
    [InlineData(null)]
    public async Task what_nobody_saw_before_is_told_and_does_not_hold(int? revokedAfterSeconds)
    {
        // Without a second the list says that the key is revoked, and not since when.
        var report = await Checked(theirs: revokedAfterSeconds is { } seconds
            ? Start.AddSeconds(seconds) : DateTimeOffset.MinValue);

        report.Findings.Select(one => one.Code).ShouldBe([Refusals.KeyRevoked, Refusals.KeyRevoked]);
        report.Findings[0].Piece.ShouldStartWith("letters/YY-0001");
    }

    [Fact]
    public async Task the_other_countrys_receipt_under_the_same_key_proves_nothing()
    {
        // XX's key and YY's are both revoked: YY's receipt for XX's letter is of no age itself.
        using var fresh = new PackMember("XX");
        _pack.Sign(fresh);

        var report = await Checked(Start.AddHours(1), Start.AddHours(1), fresh);

        report.Holds.ShouldBeTrue();
        report.History.ShouldBe(2);
        report.OwnWord.ShouldContain(name => name.StartsWith("letters/XX"));
    }

    [Fact]
    public async Task for_its_own_pieces_the_country_that_made_the_pack_answers_with_its_next_key()
    {
        using var fresh = new PackMember("XX");
        _pack.Sign(fresh);

        var report = await Checked(null, Start.AddHours(1), fresh);

        report.Holds.ShouldBeTrue();
        // Its letter, by YY's receipt. Its own receipt and checkpoints nobody else dated.
        report.History.ShouldBe(1);
        report.OwnWord.Select(name => name[..11])
            .ShouldBe(["receipts/XX", "checkpoints", "checkpoints"]);
    }

    [Fact]
    public async Task a_pack_signed_with_it_is_to_be_made_anew()
    {
        _pack.Sign();

        Broken(await Checked(null, Start.AddHours(1))).ShouldBe("manifest.jw");
    }

    public void Dispose() => _pack.Dispose();

    private static string Broken(PackReport report)
    {
        if (report.Holds) return "";
        var first = report.Findings.ShouldHaveSingleItem();
        first.Code.ShouldBe(Refusals.KeyRevoked);
        return first.Piece[..11];
    }

    /// <summary>The report of ours, after the second verifier said the same in its words.</summary>
    private async Task<PackReport> Checked(
        DateTimeOffset? theirs, DateTimeOffset? ours = null, PackMember? fresh = null)
    {
        if (!_pack.Parts.ContainsKey(PackFormat.Manifest)) _pack.Sign();
        var trust = PackUnderTest.TrustOf(2, _pack.X.Listed(ours, fresh), _pack.Y.Listed(theirs));
        using var zip = _pack.Zip();
        var report = PackCheck.Run(zip, trust);
        var (_, lines) = await SecondVerifier.Run(zip.ToArray(), trust);
        lines.ShouldBe([
            .. report.Findings.Select(one => $"{one.Code} {one.Piece}"),
            .. report.OwnWord.Select(name => $"own-word {name}"),
            report.Holds ? "holds" : "does not hold",
        ]);
        return report;
    }
}
