using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Referral.Contracts;
using Referral.Gateway;
using Referral.Gateway.Border.Carriers;
using Referral.Gateway.Border.Trust;
using Referral.Gateway.Door;
using Referral.Network;
using Referral.Network.Containers;
using Shouldly;
using Xunit;
using Desk = Referral.Tests.Gateway.Running.Desk;

namespace Referral.Tests.Gateway.Door;

/// <summary>Off loopback: the issuer that the settings name lets officers in, nobody else.</summary>
public sealed class When_an_issuer_signs_for_officers : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly string _folder = Directory.CreateTempSubdirectory("referral-issuer-").FullName;
    private readonly Country _country = Members.All[0];

    public When_an_issuer_signs_for_officers()
    {
        Founding.Found(_folder, Members.All, TimeProvider.System);
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        SignInKey.Make(KeyFile, PublicFile);
    }

    private string Home => Members.DataFolder(_folder, _country.Code);

    private string KeyFile => SignInKey.FileFor(Home, _country.Code);

    private string PublicFile => Path.Combine(Home, "sign-in.jwks");

    [Fact]
    public async Task its_token_is_taken_and_no_other()
    {
        await using var gateway = await Start(SignIn());
        using var desk = DeskAt(gateway);
        using var issuers = SignInKey.Read(KeyFile);
        using var strangers = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        (await desk.Cases.ListTrayAsync(new(), desk.With(
            OfficerTokens.Issue(Home, Life, _country.Code, "invented", Post, "CM")))).ShouldNotBeNull();

        await Refused(desk, Token(_country.Code, SignInKey.Issuer).Sign(strangers, Life));
        await Refused(desk, Token(Members.Codes[1], SignInKey.Issuer).Sign(issuers, Life));
        await Refused(desk, Token(_country.Code, "another-issuer").Sign(issuers, Life));
        await Refused(desk, Practice());
    }

    [Fact]
    public async Task practice_tokens_are_refused_off_loopback_whatever_the_settings_say()
    {
        await using var gateway = await Start(new()
        {
            DataFolder = Home, Address = "0.0.0.0", PracticeTokens = true,
        });
        using var desk = DeskAt(gateway);

        await Refused(desk, Practice());
    }

    [Fact]
    public void both_kinds_of_token_at_once_are_a_mistake() =>
        Should.Throw<InvalidDataException>(
            () => GatewaySettings.Check(SignIn() with { PracticeTokens = true }))
            .Message.ShouldContain("only one of the two");

    [Fact]
    public void the_issuer_of_practice_tokens_cannot_be_named() =>
        Should.Throw<InvalidDataException>(() => GatewaySettings.Check(SignIn() with
        {
            SignIn = new() { Issuer = PracticeTokens.Issuer, KeysFile = PublicFile },
        })).Message.ShouldContain("SignIn.Issuer");

    [Theory]
    [InlineData("""{"keys":[]}""", "holds no key")]
    [InlineData("no set of keys", "is not a JWK set")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"a","k":"c2VjcmV0"}]}""", "public P-256 keys")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":"AQ","y":"AQ"}]}""", "no point")]
    public void a_file_of_anything_but_public_keys_is_refused(string text, string why)
    {
        File.WriteAllText(PublicFile, text);

        Should.Throw<InvalidDataException>(() => SignIn().SignIn!.Keys()).Message.ShouldContain(why);
    }

    [Fact]
    public void a_private_key_is_refused()
    {
        var text = File.ReadAllText(PublicFile);
        File.WriteAllText(PublicFile, text.Replace("\"kty\"", "\"d\":\"AQ\",\"kty\""));

        Should.Throw<InvalidDataException>(() => SignIn().SignIn!.Keys()).Message.ShouldContain("public");
    }

    [Fact]
    public void a_file_that_others_may_write_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PublicFile, UnixFileMode.UserRead | UnixFileMode.OtherWrite);

        Should.Throw<InvalidDataException>(() => SignIn().SignIn!.Keys()).Message.ShouldContain("chmod");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Post => _country.PostOf("WELFARE").Id;

    private GatewaySettings SignIn() => new()
    {
        DataFolder = Home, Address = "0.0.0.0",
        SignIn = new() { Issuer = SignInKey.Issuer, KeysFile = PublicFile },
    };

    private Task<GatewayHost> Start(GatewaySettings settings) =>
        GatewayHost.Start(_country, settings, new Nowhere(), logging => logging.ClearProviders());

    private Desk DeskAt(GatewayHost gateway) => new(new(_country,
        new($"http://127.0.0.1:{gateway.GrpcPort}"), new($"http://127.0.0.1:{gateway.PagesPort}"), Home));

    private OfficerToken Token(string country, string issuer) =>
        new(country, "invented", Post, ["CM"]) { Issuer = issuer };

    private string Practice() =>
        PracticeTokens.Issue(Home, _country.Code, "invented", Post, ["CM"], Life);

    private static async Task Refused(Desk desk, string token) =>
        (await desk.RefusesWith(desk.With(token), (door, o) => door.ListTrayAsync(new(), o)))
            .Code.ShouldBe("REF-2001");

    private sealed class Nowhere : ICarrier
    {
        public Task Send(SealedPouch pouch, CancellationToken cancellation) => Task.CompletedTask;
    }
}
