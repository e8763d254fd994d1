using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Seal;

/// <summary>
/// Tokens that another library makes without complaint and that are refused here by their number.
/// </summary>
public sealed class When_another_library_says_more_than_we_take(JosePeer peer) : IClassFixture<JosePeer>
{
    private static readonly DateTimeOffset Now = ThreeCountries.Now;
    private static readonly string Content = JosePeer.Encoded("invented content");

    private readonly KeyFile _sign = KeyFile.Create("XA", MemberKey.Sign, Now.AddDays(-1), Now.AddDays(1));
    private readonly KeyFile _seal = KeyFile.Create("XA", MemberKey.Seal, Now.AddDays(-1), Now.AddDays(1));

    private GatewayKeySet Keys => new("XA", [_sign], [_seal], new byte[32], Now);

    [Fact]
    public void a_token_without_a_signature_is_refused() =>
        Verify(peer.Token("unsecured", new() { ["header"] = Letter("none"), ["content"] = Content }))
            .ShouldBe("REF-2401");

    [Fact]
    public void alg_none_over_a_borrowed_signature_is_refused()
    {
        var unsecured = peer.Token("unsecured", new() { ["header"] = Letter("none"), ["content"] = Content });
        Verify(unsecured + Signed(Letter()).Split('.')[2]).ShouldBe("REF-2415");
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("x5c")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("cty")]
    public void a_signature_that_brings_a_key_or_more_is_refused(string member)
    {
        var header = Letter();
        header[member] = member switch
        {
            "jwk" => JosePeer.Jwk(_sign.Key, secret: false),
            "x5c" => new JsonArray("AAAA"),
            _ => "https://example.invalid/key",
        };
        Verify(Signed(header)).ShouldBe("REF-2415");
    }

    [Fact]
    public void a_signature_with_a_critical_extension_is_refused()
    {
        var header = Letter();
        (header["crit"], header["invented"]) = (new JsonArray("invented"), true);
        Verify(Signed(header)).ShouldBe("REF-2415");
    }

    [Fact]
    public void a_shared_secret_in_place_of_a_key_is_refused() => Verify(peer.Token("sign", new()
    {
        ["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = JosePeer.Encoded(_sign.Public.PublicKey) },
        ["header"] = Letter("HS256"), ["content"] = Content,
    })).ShouldBeOneOf("REF-2401", "REF-2415");

    [Theory]
    [InlineData("P-384")]
    [InlineData("P-521")]
    [InlineData("X25519")]
    public void a_pouch_sealed_on_another_curve_is_refused(string curve) =>
        Open(Sealed(Pouch(), peer.Ask("key", new() { ["crv"] = curve })["public"]!.DeepClone().AsObject()))
            .ShouldBe("REF-2415");

    [Theory]
    [InlineData("ECDH-ES+A256KW", "A256GCM")]
    [InlineData("ECDH-ES", "A128GCM")]
    [InlineData("ECDH-ES", "A256CBC-HS512")]
    public void another_way_to_seal_is_refused(string alg, string enc)
    {
        var header = Pouch();
        (header["alg"], header["enc"]) = (alg, enc);
        Open(Sealed(header)).ShouldBeOneOf("REF-2415", "REF-2401");
    }

    [Fact]
    public void a_password_in_place_of_a_key_is_refused()
    {
        var header = Pouch();
        header["alg"] = "PBES2-HS256+A128KW";
        var token = peer.Token("seal", new()
        {
            ["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = JosePeer.Encoded("invented password") },
            ["header"] = header, ["content"] = Content,
        });
        // The wrapped key makes the form another already; without it the header is what is refused.
        Open(token).ShouldBe("REF-2401");
        var parts = token.Split('.');
        parts[1] = "";
        Open(string.Join('.', parts)).ShouldBe("REF-2415");
    }

    [Fact]
    public void a_compressed_pouch_is_refused()
    {
        var header = Pouch();
        header["zip"] = "DEF";
        Open(peer.Token("seal", new()
        {
            ["jwk"] = JosePeer.Jwk(_seal.Key, secret: false), ["header"] = header,
            ["content"] = peer.Ask("deflate", new() { ["content"] = Content })["content"]!.DeepClone(),
        })).ShouldBe("REF-2415");
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("x5c")]
    [InlineData("cty")]
    public void a_pouch_that_brings_a_key_or_more_is_refused(string member)
    {
        var header = Pouch();
        header[member] = member == "jwk" ? JosePeer.Jwk(_seal.Key, secret: false) : new JsonArray("AAAA");
        Open(Sealed(header)).ShouldBe("REF-2415");
    }

    [Fact]
    public void a_pouch_with_a_critical_extension_is_refused()
    {
        var header = Pouch();
        (header["crit"], header["invented"]) = (new JsonArray("invented"), true);
        Open(Sealed(header)).ShouldBe("REF-2415");
    }

    private JsonObject Letter(string alg = "ES256") =>
        new() { ["alg"] = alg, ["kid"] = _sign.Kid, ["typ"] = JoseTypes.Letter };

    private JsonObject Pouch() => new()
    {
        ["alg"] = "ECDH-ES", ["enc"] = "A256GCM", ["kid"] = _seal.Kid, ["typ"] = JoseTypes.Pouch,
    };

    private string Signed(JsonObject header) => peer.Token("sign", new()
    {
        ["jwk"] = JosePeer.Jwk(_sign.Key, secret: true), ["header"] = header, ["content"] = Content,
    });

    private string Sealed(JsonObject header, JsonObject? jwk = null) => peer.Token("seal", new()
    {
        ["jwk"] = jwk ?? JosePeer.Jwk(_seal.Key, secret: false), ["header"] = header, ["content"] = Content,
    });

    private string? Verify(string token) => Signatures.Verify(
        token, JoseTypes.Letter, new TrustList(1, [ThreeCountries.Member("XA", Keys)]), Now).Refusal?.Code;

    private string? Open(string token) => PouchSeal.Open(token, Keys.Opening).Refusal?.Code;
}
