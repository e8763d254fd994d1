using System.Security.Cryptography;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_a_gateway_keeps_its_keys : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    private GatewayKeySet Keys(DateTimeOffset? now = null, string country = "XA") =>
        GatewayKeys.CreateOrRead(_folder.Path, country, new Standing(now ?? ThreeCountries.Now));

    [Fact]
    public void the_same_are_read_again()
    {
        using var made = Keys();
        using var read = Keys();
        read.Signing.Kid.ShouldBe(made.Signing.Kid);
        read.GatewayKey.ShouldBe(made.GatewayKey);
        made.GatewayKey.Length.ShouldBe(32);
        ThreeCountries.Member("XA", read).Keys.ShouldBe(ThreeCountries.Member("XA", made).Keys);
    }

    [Fact]
    public void what_is_published_verifies_and_seals_for_them()
    {
        using var keys = Keys();
        var trust = new TrustList(1, [ThreeCountries.Member("XA", keys)]);
        var jws = keys.Signing.Sign([1], JoseTypes.Letter);
        Signatures.Verify(jws, JoseTypes.Letter, trust, ThreeCountries.Now).Outcome.Country.ShouldBe("XA");
        var token = PouchSeal.Seal([2], trust.SealKey("XA", ThreeCountries.Now)!);
        PouchSeal.Open(token, keys.Opening).Outcome.ShouldBe(new byte[] { 2 });
    }

    [Fact]
    public void folder_and_files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var keys = Keys();
        File.GetUnixFileMode(_folder.File("keys")).ShouldBe(Owner | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(_folder.File("keys"));
        files.Length.ShouldBe(3);
        foreach (var file in files)
            File.GetUnixFileMode(file).ShouldBe(Owner);
    }

    [Theory]
    [InlineData("sign-*.pem")]
    [InlineData("seal-*.pem")]
    [InlineData("gateway.key")]
    [InlineData("")]
    public void one_open_to_others_is_refused_in_clear_words(string which)
    {
        if (OperatingSystem.IsWindows())
            return;
        Keys().Dispose();
        var folder = _folder.File("keys");
        var path = which.Length == 0 ? folder : Directory.GetFiles(folder, which).Single();
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead);
        Should.Throw<InvalidDataException>(() => Keys()).Message.ShouldContain("chmod go= " + path);
    }

    [Fact]
    public void a_key_past_its_time_is_followed_by_a_new_one_and_still_opens()
    {
        using var old = Keys();
        using var later = Keys(ThreeCountries.Now.AddDays(GatewayKeys.KeyLifeDays));
        later.Signing.Kid.ShouldNotBe(old.Signing.Kid);
        var published = ThreeCountries.Member("XA", later);
        published.Keys.Count.ShouldBe(4);
        var oldSeal = ThreeCountries.Member("XA", old).Keys.Single(k => k.Use == MemberKey.Seal);
        PouchSeal.Open(PouchSeal.Seal([1], oldSeal), later.Opening).Refused.ShouldBeFalse();
        var trust = new TrustList(2, [published]);
        var jws = old.Signing.Sign([1], JoseTypes.Letter);
        Signatures.Verify(jws, JoseTypes.Letter, trust,
            ThreeCountries.Now.AddDays(800)).Refused.ShouldBeFalse();
    }

    [Fact]
    public void those_of_another_country_are_refused()
    {
        Keys().Dispose();
        Should.Throw<InvalidDataException>(() => Keys(country: "XB")).Message.ShouldContain("of XA, not XB");
    }

    [Fact]
    public void a_damaged_file_is_refused()
    {
        Keys().Dispose();
        var path = Directory.GetFiles(_folder.File("keys"), "sign-*.pem").Single();
        File.WriteAllText(path, "Country: XA");
        Should.Throw<InvalidDataException>(() => Keys()).Message.ShouldContain(path);
    }

    [Fact]
    public void a_file_named_after_another_key_is_refused()
    {
        Keys().Dispose();
        var path = Directory.GetFiles(_folder.File("keys"), "sign-*.pem").Single();
        File.Move(path, _folder.File("keys/sign-other.pem"));
        Should.Throw<InvalidDataException>(() => Keys()).Message.ShouldContain("not named after the key");
    }

    [Fact]
    public void its_name_is_the_digest_of_the_key_itself()
    {
        using var keys = Keys();
        var key = ThreeCountries.Member("XA", keys).Keys[0];
        using var read = ECDsa.Create();
        read.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.PublicKey), out _);
        KeyThumbprint.Of(read.ExportParameters(false)).ShouldBe(key.Kid);
        key.Kid.Length.ShouldBe(43);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
