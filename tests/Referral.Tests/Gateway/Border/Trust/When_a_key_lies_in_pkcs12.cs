using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_a_key_lies_in_pkcs12 : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();
    private readonly string _keys;

    public When_a_key_lies_in_pkcs12() => _keys = GatewayKeys.KeysFolder(_folder.Path);

    [Fact]
    public void it_signs_and_opens_like_any_other()
    {
        var signKid = Put("sign-office");
        var sealKid = Put("seal-office");
        using var keys = GatewayKeys.CreateOrRead(_folder.Path, "XA", TimeProvider.System);
        var member = ThreeCountries.Member("XA", keys);
        member.Keys.Select(k => k.Kid).ShouldBe([signKid, sealKid]);
        var trust = new TrustList(1, [member]);
        var now = DateTimeOffset.UtcNow;
        Signatures.Verify(keys.Signing.Sign([1], JoseTypes.Letter), JoseTypes.Letter, trust, now)
            .Outcome.Country.ShouldBe("XA");
        PouchSeal.Open(PouchSeal.Seal([2], trust.SealKey("XA", now)!), keys.Opening)
            .Outcome.ShouldBe(new byte[] { 2 });
    }

    [Theory]
    [InlineData("sign-office.p12")]
    [InlineData("sign-office.password")]
    public void a_file_open_to_others_is_refused(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        Put("sign-office");
        File.SetUnixFileMode(Path.Combine(_keys, name), Owner | UnixFileMode.GroupRead);
        Read().Message.ShouldContain("chmod go= ");
    }

    [Fact]
    public void a_wrong_password_is_said_in_clear_words()
    {
        Put("sign-office");
        Write("sign-office.password", "not it"u8.ToArray());
        Read().Message.ShouldContain("cannot be read with the password beside it");
    }

    [Fact]
    public void another_curve_is_refused()
    {
        Put("sign-office", curve: ECCurve.NamedCurves.nistP384);
        Read().Message.ShouldContain("P-256");
    }

    [Fact]
    public void another_countrys_is_refused()
    {
        Put("sign-office", subject: "C=XB, CN=invented office");
        Read().Message.ShouldContain("of XB, not XA");
    }

    [Fact]
    public void a_certificate_without_a_country_is_refused()
    {
        Put("sign-office", subject: "CN=invented office");
        Read().Message.ShouldContain("names no country");
    }

    private InvalidDataException Read() => Should.Throw<InvalidDataException>(() =>
        GatewayKeys.CreateOrRead(_folder.Path, "XA", TimeProvider.System));

    private string Put(string name, string subject = "C=XA, CN=invented office", ECCurve? curve = null)
    {
        using var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(300));
        Write(name + ".p12", certificate.Export(X509ContentType.Pkcs12, "invented password"));
        Write(name + ".password", "invented password\n"u8.ToArray());
        return curve is null ? KeyThumbprint.Of(key.ExportParameters(false)) : "";
    }

    private void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_keys, name);
        File.Delete(path);
        OwnerOnly.WriteNew(path, bytes);
    }

    public void Dispose() => _folder.Dispose();
}
