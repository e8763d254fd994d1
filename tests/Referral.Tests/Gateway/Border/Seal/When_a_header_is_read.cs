using System.Text;
using Referral.Gateway.Border.Seal;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Seal;

public class When_a_header_is_read
{
    private const string Epk =
        "\"epk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
        + "\"y\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";

    private static readonly string Signature = new('A', 86);

    private static string Jws(string header) => $"{Encoded(header)}.AAAA.{Signature}";

    private static string Jwe(string header) =>
        $"{Encoded(header)}..{new string('A', 16)}.AAAA.{new string('A', 22)}";

    private static string Encoded(string header) => StrictBase64Url.Encode(Encoding.UTF8.GetBytes(header));

    [Fact]
    public void the_plain_one_of_a_letter_passes() =>
        JoseHeaders.CheckJws(Jws("""{"alg":"ES256","kid":"k","typ":"referral-letter"}"""), JoseTypes.Letter)
            .Outcome.Kid.ShouldBe("k");

    [Theory]
    [InlineData("""{"alg":"none","kid":"k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"HS256","kid":"k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES384","kid":"k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"es256","kid":"k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":["ES256"],"kid":"k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES256","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES256","kid":"","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES256","kid":1,"typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES256","kid":"../k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-receipt"}""")]
    [InlineData("""{"alg":"ES256","kid":"k"}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter","crit":["exp"]}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter","zip":"DEF"}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter","b64":false}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter","jwk":{"kty":"EC"}}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter","jku":"https://example.invalid"}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter","x5c":["AA"]}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter","x5u":"https://example.invalid"}""")]
    [InlineData("""{"alg":"ES256","alg":"none","kid":"k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"none","kid":"k","alg":"ES256","typ":"referral-letter"}""")]
    [InlineData("""{"\u0061lg":"ES256","kid":"k","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES256","kid":"k","typ":"referral-letter"} {}""")]
    [InlineData("""{"alg":"ES256","kid":"ก","typ":"referral-letter"}""")]
    [InlineData("""["ES256","k","referral-letter"]""")]
    [InlineData("null")]
    [InlineData("")]
    public void anything_beyond_the_closed_list_is_refused(string header) =>
        JoseHeaders.CheckJws(Jws(header), JoseTypes.Letter).Refusal!.Code.ShouldBe("REF-2415");

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("e30.AAAA.AAAA.AAAA")]
    [InlineData("e30.AAAA.AAAA")]
    [InlineData("e30=.AAAA.AAAA")]
    [InlineData("e30.A.AAAA")]
    [InlineData("e 0.AAAA.AAAA")]
    public void what_has_not_three_clean_parts_is_no_signed_token(string token) =>
        JoseHeaders.CheckJws(token, JoseTypes.Letter).Refusal!.Code.ShouldBe("REF-2401");

    [Fact]
    public void a_signature_spelled_with_unused_bits_is_no_signed_token() =>
        JoseHeaders.CheckJws(
                Jws("""{"alg":"ES256","kid":"k","typ":"referral-letter"}""")[..^1] + "B", JoseTypes.Letter)
            .Refusal!.Code.ShouldBe("REF-2401");

    [Fact]
    public void the_plain_one_of_a_pouch_passes() =>
        JoseHeaders.CheckJwe(Jwe(Sealed(Epk))).Outcome.Kid.ShouldBe("k");

    [Theory]
    [InlineData("\"alg\":\"dir\"")]
    [InlineData("\"alg\":\"ECDH-ES+A256KW\"")]
    [InlineData("\"alg\":\"PBES2-HS256+A128KW\"")]
    public void another_way_of_agreeing_on_a_key_is_refused(string algorithm) =>
        JoseHeaders.CheckJwe(Jwe(Sealed(Epk).Replace("\"alg\":\"ECDH-ES\"", algorithm)))
            .Refusal!.Code.ShouldBe("REF-2415");

    [Theory]
    [InlineData("P-256", "P-384")]
    [InlineData("\"kty\":\"EC\"", "\"kty\":\"OKP\"")]
    [InlineData("\"kty\":\"EC\"", "\"kty\":\"EC\",\"d\":\"AA\"")]
    [InlineData("\"kty\":\"EC\"", "\"kty\":\"EC\",\"kty\":\"EC\"")]
    [InlineData("\"x\":\"A", "\"x\":\"AA")]
    [InlineData("A256GCM", "A128CBC-HS256")]
    [InlineData("\"kid\":\"k\"", "\"kid\":\"k\",\"zip\":\"DEF\"")]
    [InlineData("\"kid\":\"k\"", "\"kid\":\"k\",\"p2c\":1000000")]
    [InlineData("\"kid\":\"k\"", "\"kid\":\"k\",\"apu\":\"AA\"")]
    [InlineData("referral-pouch", "referral-letter")]
    public void any_other_sealed_header_is_refused(string good, string bad) =>
        JoseHeaders.CheckJwe(Jwe(Sealed(Epk).Replace(good, bad))).Refusal!.Code.ShouldBe("REF-2415");

    [Fact]
    public void a_wrapped_key_in_the_second_part_is_refused() =>
        JoseHeaders.CheckJwe(Jwe(Sealed(Epk)).Replace("..", ".AAAA.")).Refusal!.Code.ShouldBe("REF-2401");

    private static string Sealed(string epk) =>
        $$"""{"alg":"ECDH-ES","enc":"A256GCM",{{epk}},"kid":"k","typ":"referral-pouch"}""";
}
