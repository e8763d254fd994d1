using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Referral.Tests.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Seal;

public sealed class When_another_library_is_the_neighbour(JosePeer peer) : IClassFixture<JosePeer>
{
    private static readonly DateTimeOffset Now = ThreeCountries.Now;
    private static readonly byte[] Content = [.. Enumerable.Range(0, 5000).Select(n => (byte)n)];

    private readonly KeyFile _sign = KeyFile.Create("XA", MemberKey.Sign, Now.AddDays(-1), Now.AddDays(1));
    private readonly KeyFile _seal = KeyFile.Create("XA", MemberKey.Seal, Now.AddDays(-1), Now.AddDays(1));

    private GatewayKeySet Keys => new("XA", [_sign], [_seal], new byte[32], Now);

    private TrustList Trust => new(1, [ThreeCountries.Member("XA", Keys)]);

    [Fact]
    public void it_opens_what_we_seal()
    {
        var opened = peer.Ask("open", new()
        {
            ["jwk"] = JosePeer.Jwk(_seal.Key, secret: true),
            ["token"] = PouchSeal.Seal(Content, _seal.Public),
        });
        opened["content"]!.GetValue<string>().ShouldBe(StrictBase64Url.Encode(Content));
        opened["header"]!["kid"]!.GetValue<string>().ShouldBe(_seal.Kid);
    }

    [Fact]
    public void it_verifies_what_we_sign()
    {
        var verified = peer.Ask("verify", new()
        {
            ["jwk"] = JosePeer.Jwk(_sign.Key, secret: false),
            ["token"] = Keys.Signing.Sign(Content, JoseTypes.Letter),
        });
        verified["content"]!.GetValue<string>().ShouldBe(StrictBase64Url.Encode(Content));
    }

    [Fact]
    public void it_refuses_what_was_changed_on_the_way()
    {
        var token = Keys.Signing.Sign(Content, JoseTypes.Letter);
        peer.Ask("verify", new()
        {
            ["jwk"] = JosePeer.Jwk(_sign.Key, secret: false),
            ["token"] = OneCharacter.Changed(token, token.IndexOf('.') + 9),
        })["fault"]!.GetValue<string>().ShouldBe("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
    }

    [Fact]
    public void it_verifies_both_signatures_of_a_trust_list()
    {
        using var two = new TwoAdministrators();
        var version = JsonNode.Parse(two.Found().ToBytes())!["versions"]![0]!.DeepClone();
        peer.Ask("verifyAll", new()
        {
            ["jwks"] = new JsonArray(Public(two.First), Public(two.Second)), ["list"] = version,
        })["signatures"]!.GetValue<int>().ShouldBe(2);
        peer.Ask("verifyAll", new()
        {
            ["jwks"] = new JsonArray(Public(two.Stranger)), ["list"] = version.DeepClone(),
        })["fault"].ShouldNotBeNull();
    }

    [Fact]
    public void we_open_what_it_seals() =>
        PouchSeal.Open(Sealed(Pouch()), Keys.Opening).Outcome.ShouldBe(Content);

    [Fact]
    public void we_verify_what_it_signs()
    {
        var verified = Signatures.Verify(Signed(Letter()), JoseTypes.Letter, Trust, Now).Outcome;
        verified.Country.ShouldBe("XA");
        verified.Payload.ShouldBe(Content);
    }

    [Fact]
    public void a_key_it_made_is_as_good_as_ours()
    {
        var made = peer.Ask("key", new() { ["crv"] = "P-256" })["private"]!;
        var file = _sign with { Key = JosePeer.Parameters(made) };
        using var keys = new GatewayKeySet("XA", [file], [_seal], new byte[32], Now);
        Signatures.Verify(keys.Signing.Sign(Content, JoseTypes.Letter), JoseTypes.Letter,
            new TrustList(1, [ThreeCountries.Member("XA", keys)]), Now).Outcome.Payload.ShouldBe(Content);
    }

    private JsonObject Letter() =>
        new() { ["alg"] = "ES256", ["kid"] = _sign.Kid, ["typ"] = JoseTypes.Letter };

    private JsonObject Pouch() => new()
    {
        ["alg"] = "ECDH-ES", ["enc"] = "A256GCM", ["kid"] = _seal.Kid, ["typ"] = JoseTypes.Pouch,
    };

    private string Signed(JsonObject header) => peer.Token("sign", new()
    {
        ["jwk"] = JosePeer.Jwk(_sign.Key, secret: true), ["header"] = header,
        ["content"] = StrictBase64Url.Encode(Content),
    });

    private string Sealed(JsonObject header) => peer.Token("seal", new()
    {
        ["jwk"] = JosePeer.Jwk(_seal.Key, secret: false), ["header"] = header,
        ["content"] = StrictBase64Url.Encode(Content),
    });

    private static JsonObject Public(AdministratorKey key)
    {
        using var read = ECDsa.Create();
        read.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.Public.PublicKey), out _);
        return JosePeer.Jwk(read.ExportParameters(false), secret: false);
    }
}
