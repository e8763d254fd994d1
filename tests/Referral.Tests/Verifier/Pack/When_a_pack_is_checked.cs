using Referral.Verifier.Pack;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier.Pack;

/// <summary>
/// By our verifier and by the second one, which must name the same pieces in the same order.
/// </summary>
public sealed class When_a_pack_is_checked : IDisposable
{
    private readonly PackUnderTest _pack = new();

    public static TheoryData<string> Names => [.. Tamperings.All.Keys];

    [Fact]
    public async Task a_good_one_holds()
    {
        _pack.Sign();

        (await Verdict()).ShouldBe(Tamperings.Holds);

        var report = PackCheck.Run(_pack.Zip());
        (report.Letters, report.Receipts, report.Entries, report.Sealed).ShouldBe((2, 2, 6, 5));
        (report.Checkpoints, report.Witnesses, report.TrustGiven).ShouldBe((2, 1, false));
        report.Fingerprint.ShouldBe(PackFormat.Fingerprint(_pack.Trust));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task what_was_tampered_with_is_named(string tampering)
    {
        _pack.Sign();
        Tamperings.All[tampering].Do(_pack);

        (await Verdict()).ShouldStartWith(Tamperings.All[tampering].First);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_manifest_signed_anew_hides_nothing_that_others_signed(string tampering)
    {
        Tamperings.All[tampering].Do(_pack);
        _pack.Sign();

        (await Verdict()).ShouldStartWith(Tamperings.All[tampering].FirstSignedAnew);
    }

    [Fact]
    public async Task what_is_no_zip_file_is_no_pack()
    {
        var (exit, lines) = await SecondVerifier.Run("not a pack"u8.ToArray(), null);

        (exit, lines[0]).ShouldBe((2, "REF-2601 file"));
        PackCheck.Run(new MemoryStream("not a pack"u8.ToArray())).Findings.ShouldHaveSingleItem()
            .ShouldBe(new(Refusals.NotAPack, PackCheck.WholeFile));
    }

    [Fact]
    public async Task the_same_trust_list_may_be_given()
    {
        _pack.Sign();

        (await Verdict(_pack.Trust)).ShouldBe(Tamperings.Holds);
        PackCheck.Run(_pack.Zip(), _pack.Trust).TrustGiven.ShouldBeTrue();
    }

    [Fact]
    public async Task a_newer_trust_list_takes_the_place_of_the_one_inside()
    {
        _pack.Sign();
        using var more = new PackMember("ZZ");

        (await Verdict(PackUnderTest.TrustOf(2, _pack.X.Listed(), _pack.Y.Listed(), more.Listed())))
            .ShouldBe(Tamperings.Holds);
    }

    [Fact]
    public async Task an_older_or_other_trust_list_is_refused()
    {
        _pack.Sign();

        foreach (var given in new[]
            {
                PackUnderTest.TrustOf(0, _pack.X.Listed(), _pack.Y.Listed()),
                PackUnderTest.TrustOf(1, _pack.Y.Listed(), _pack.X.Listed()),
                PackUnderTest.TrustOf(2, _pack.X.Listed(), _pack.Stranger.Listed()),
            })
            (await Verdict(given)).ShouldBe("REF-2604 trust.json");
    }

    [Fact]
    public async Task a_pack_made_whole_by_a_forger_fails_at_the_list_compared_on_paper()
    {
        var genuine = _pack.Trust;
        _pack.Trust = PackUnderTest.TrustOf(1, _pack.Stranger.Listed(), _pack.Y.Listed());
        _pack.Sign(_pack.Stranger);

        (await Verdict(genuine)).ShouldBe("REF-2604 trust.json");
    }

    public void Dispose() => _pack.Dispose();

    /// <summary>The first line of both, after all of theirs were found to be the same.</summary>
    private async Task<string> Verdict(byte[]? trust = null)
    {
        using var zip = _pack.Zip();
        var report = PackCheck.Run(zip, trust);
        var ours = report.Findings.Select(one => $"{one.Code} {one.Piece}").ToList();
        var (exit, theirs) = await SecondVerifier.Run(zip.ToArray(), trust);
        theirs.ShouldBe([.. ours, report.Holds ? "holds" : "does not hold"]);
        exit.ShouldBe(report.Holds ? 0 : 1);
        return theirs[0];
    }
}
