using System.Security.Cryptography;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_a_trust_list_is_read : IDisposable
{
    private static readonly TrustList List = ThreeCountries.Shared.Trust;

    private readonly TemporaryFolder _folder = new();
    private readonly TwoAdministrators _two = new();

    private string Path => _folder.File("trust.json");

    [Fact]
    public void it_says_what_was_written()
    {
        _two.Found().List.Write(Path);
        var read = TrustList.Read(Path);
        read.Version.ShouldBe(1);
        read.Members.Select(m => m.Country).ShouldBe(["XA", "XB", "XC"]);
        read.Of("XB")!.Keys.ShouldBe(List.Of("XB")!.Keys);
        read.Of("XB")!.SchemaVersions.ShouldBe(LetterSchema.Read);
        read.Of("XZ").ShouldBeNull();
    }

    [Fact]
    public void writing_again_takes_the_old_ones_place_and_leaves_nothing_else()
    {
        _two.Found().List.Write(Path);
        _two.Next(_two.Found()).List.Write(Path);
        TrustList.Read(Path).Version.ShouldBe(2);
        Directory.GetFiles(_folder.Path).ShouldBe([Path]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void one_that_nobody_signed_cannot_be_kept() =>
        Should.Throw<InvalidOperationException>(() => List.Write(Path));

    [Fact]
    public void one_that_others_may_write_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        _two.Found().List.Write(Path);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);
        Should.Throw<InvalidDataException>(() => TrustList.Read(Path)).Message.ShouldContain("chmod go-w");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("""{"version":1,"version":2,"members":[]}""")]
    [InlineData("""{"version":1,"members":[],"more":1}""")]
    [InlineData("""{"version":1,"members":[{"country":"XA"}]}""")]
    [InlineData("""{"version":1,"members":[null]}""")]
    [InlineData("""{"version":1,"members":[{"country":"XA","keys":[null],"""
        + """ "schemaVersions":[],"posts":[]}]}""")]
    public void anything_else_is_refused(string text)
    {
        File.WriteAllText(Path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Should.Throw<InvalidDataException>(() => TrustList.Read(Path)).Message.ShouldContain("REF-2420");
    }

    [Fact]
    public void a_country_twice_is_refused() =>
        Should.Throw<InvalidDataException>(() => new TrustList(1, [List.Members[0], List.Members[0]]));

    [Fact]
    public void a_key_under_two_countries_is_refused() =>
        Should.Throw<InvalidDataException>(() =>
            new TrustList(1, [List.Members[0], List.Members[0] with { Country = "XD" }]));

    [Fact]
    public void a_key_under_anothers_kid_is_refused() =>
        Refused(List.Members[0].Keys[0] with { Kid = List.Members[1].Keys[0].Kid });

    [Fact]
    public void a_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Refused(List.Members[0].Keys[0] with
        {
            PublicKey = Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()),
        });
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("!")]
    public void a_key_that_is_none_is_refused(string bytes) =>
        Refused(List.Members[0].Keys[0] with { PublicKey = bytes });

    [Fact]
    public void the_key_to_seal_to_is_the_newest_current_one()
    {
        var now = ThreeCountries.Now;
        var member = List.Of("XA")!;
        var seal = member.Keys.Single(k => k.Use == MemberKey.Seal);
        List.SealKey("XA", now).ShouldBe(seal);
        List.SealKey("XZ", now).ShouldBeNull();
        List.SealKey("XA", seal.Until).ShouldBeNull();
        List.SealKey("XA", seal.From).ShouldBe(seal);
        var revoked = new TrustList(2, [member with { Keys = [seal with { Revoked = true }] }]);
        revoked.SealKey("XA", now).ShouldBeNull();
    }

    // The example key of RFC 7515 A.3; its thumbprint was computed apart from this code.
    [Fact]
    public void a_kid_is_the_thumbprint_of_its_key() =>
        KeyThumbprint.Of(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = System.Buffers.Text.Base64Url.DecodeFromChars(
                    "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Y = System.Buffers.Text.Base64Url.DecodeFromChars(
                    "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
            },
        }).ShouldBe("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U");

    private static void Refused(MemberKey key) =>
        Should.Throw<InvalidDataException>(() => new TrustList(1, [List.Members[0] with { Keys = [key] }]));

    public void Dispose()
    {
        _two.Dispose();
        _folder.Dispose();
    }
}
