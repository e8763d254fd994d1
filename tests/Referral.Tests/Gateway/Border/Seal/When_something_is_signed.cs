using System.Security.Cryptography;
using System.Text;
using Jose;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Seal;

public class When_something_is_signed
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;
    private static readonly byte[] Payload = [1, 2, 3, 255, 0];

    private static string Signed => Network.Of("XB").Signing.Sign(Payload, JoseTypes.Letter);

    private static Referral.Gateway.Decision<SignedBytes> Verify(string jws, string typ = JoseTypes.Letter) =>
        Signatures.Verify(jws, typ, Network.Trust, ThreeCountries.Now);

    [Fact]
    public void the_trust_list_says_whose_key_it_was()
    {
        var jws = Signed;
        var verified = Verify(jws).Outcome;
        verified.Country.ShouldBe("XB");
        verified.Payload.ShouldBe(Payload);
        verified.Sha256.ShouldBe(SHA256.HashData(Encoding.ASCII.GetBytes(jws)));
    }

    [Fact]
    public void a_letter_is_not_taken_for_a_receipt() =>
        Verify(Signed, JoseTypes.Receipt).Refusal!.Code.ShouldBe("REF-2415");

    [Fact]
    public void any_changed_character_is_refused()
    {
        var jws = Signed;
        for (var at = 0; at < jws.Length; at++)
            Verify(OneCharacter.Changed(jws, at)).Refused.ShouldBeTrue($"at {at}");
    }

    [Fact]
    public void a_key_nobody_lists_is_a_strangers() =>
        Verify(ThreeCountries.Keys("XB").Signing.Sign(Payload, JoseTypes.Letter))
            .Refusal!.Code.ShouldBe("REF-2404");

    [Fact]
    public void a_strangers_key_under_a_members_kid_is_refused()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jws = new Signer(stranger, Network.Of("XB").Signing.Kid).Sign(Payload, JoseTypes.Letter);
        Verify(jws).Refusal!.Code.ShouldBe("REF-2403");
    }

    [Fact]
    public void a_public_key_used_as_a_shared_secret_is_refused()
    {
        var key = Network.Trust.Of("XB")!.Keys.First(k => k.Use == MemberKey.Sign);
        var jws = JWT.EncodeBytes(Payload, Convert.FromBase64String(key.PublicKey), JwsAlgorithm.HS256,
            new Dictionary<string, object> { ["kid"] = key.Kid, ["typ"] = JoseTypes.Letter });
        Verify(jws).Refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-400, -1, false, null)]
    [InlineData(-400, 400, true, "REF-2404")]
    [InlineData(1, 400, false, "REF-2404")]
    public void a_retired_key_verifies_a_revoked_or_future_one_does_not(
        int from, int until, bool revoked, string? code)
    {
        var keys = ThreeCountries.Keys("XB");
        var member = ThreeCountries.Member("XB", keys);
        var now = ThreeCountries.Now;
        var trust = new TrustList(1, [member with
        {
            Keys = [.. member.Keys.Select(k => k with
            {
                From = now.AddDays(from), Until = now.AddDays(until), Revoked = revoked,
            })],
        }]);
        var jws = keys.Signing.Sign(Payload, JoseTypes.Letter);
        Signatures.Verify(jws, JoseTypes.Letter, trust, now).Refusal?.Code.ShouldBe(code);
        Signatures.Verify(jws, JoseTypes.Letter, trust, now).Refused.ShouldBe(code is not null);
    }

    [Fact]
    public void many_verify_with_one_key_at_the_same_time()
    {
        var letters = Enumerable.Range(0, 200).Select(_ => Signed).ToArray();
        Parallel.For(0, 2000, n => Verify(letters[n % 200]).Outcome.Country.ShouldBe("XB"));
        Parallel.For(0, 2000, _ => Verify(Signed).Refused.ShouldBeFalse());
    }

    // RFC 7515 appendix A.3: it has no kid, so it goes to the library below our header list.
    [Fact]
    public void the_published_example_verifies()
    {
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = StrictBase64Url.Decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Y = StrictBase64Url.Decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
            },
        });
        const string Example = "eyJhbGciOiJFUzI1NiJ9."
            + "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9p"
            + "c19yb290Ijp0cnVlfQ."
            + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        Encoding.UTF8.GetString(JWT.DecodeBytes(Example, key, JwsAlgorithm.ES256))
            .ShouldContain("\"iss\":\"joe\"");
        Should.Throw<JoseException>(() =>
            JWT.DecodeBytes(OneCharacter.Changed(Example, 60), key, JwsAlgorithm.ES256));
        Verify(Example).Refusal!.Code.ShouldBe("REF-2415");
    }
}
