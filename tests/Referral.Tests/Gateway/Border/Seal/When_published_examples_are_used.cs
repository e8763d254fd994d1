using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Jose;
using Referral.Gateway.Border.Seal;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Seal;

/// <summary>
/// Examples of RFC 7518 and RFC 7520 through the library we seal with. RFC 7515 A.3 stands in
/// When_something_is_signed. The others of RFC 7520 are of algorithms that are refused here.
/// </summary>
public class When_published_examples_are_used
{
    // RFC 7518 appendix C: the sender's ephemeral key and the receiver's.
    private static readonly ECParameters Alice = Key(
        "gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0", "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps",
        "0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo");

    private static readonly ECParameters Bob = Key(
        "weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ", "e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck",
        "VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw");

    private const string Derived = "VqqN6vgjbSBcIijNcacQGg";

    [Fact]
    public void the_library_derives_the_key_of_rfc_7518_appendix_c()
    {
        using var bob = ECDiffieHellman.Create(Bob);
        var header = new Dictionary<string, object>
        {
            ["alg"] = "ECDH-ES", ["enc"] = "A128GCM", ["apu"] = "QWxpY2U", ["apv"] = "Qm9i",
            ["epk"] = new Dictionary<string, object>
            {
                ["kty"] = "EC", ["crv"] = "P-256",
                ["x"] = StrictBase64Url.Encode(Alice.Q.X), ["y"] = StrictBase64Url.Encode(Alice.Q.Y),
            },
        };
        var key = new EcdhKeyManagementUnix(isDirectAgreement: true).Unwrap([], bob, 128, header);
        StrictBase64Url.Encode(key).ShouldBe(Derived);
    }

    // The same by hand, so that the example itself is checked.
    [Fact]
    public void both_sides_of_rfc_7518_appendix_c_agree()
    {
        using var alice = ECDiffieHellman.Create(Alice);
        using var bob = ECDiffieHellman.Create(Bob);
        byte[] info = [.. Part("A128GCM"), .. Part("Alice"), .. Part("Bob"), 0, 0, 0, 128];
        foreach (var (us, them) in new[] { (alice, bob), (bob, alice) })
        {
            var key = us.DeriveKeyFromHash(them.PublicKey, HashAlgorithmName.SHA256, [0, 0, 0, 1], info);
            StrictBase64Url.Encode(key.AsSpan(0, 16)).ShouldBe(Derived);
        }
    }

    private const string Frodo =
        "You can trust us to stick with you through thick and thin\u2013to the bitter end. And you can trust "
        + "us to keep any secret of yours\u2013closer than you keep it yourself. But you cannot trust us to "
        + "let you face trouble alone, and go off without a word. We are your friends, Frodo.";

    // RFC 7520 section 5.5: ECDH-ES on P-256, its content under A128CBC-HS256.
    private const string Section55 =
        "eyJhbGciOiJFQ0RILUVTIiwia2lkIjoibWVyaWFkb2MuYnJhbmR5YnVja0BidWNrbGFuZC5leGFtcGxlIiwiZXBrIjp7Imt0"
        + "eSI6IkVDIiwiY3J2IjoiUC0yNTYiLCJ4IjoibVBVS1RfYkFXR0hJaGcwVHBqanFWc1AxclhXUXVfdndWT0hIdE5rZFlvQSIs"
        + "InkiOiI4QlFBc0ltR2VBUzQ2ZnlXdzVNaFlmR1RUMElqQnBGdzJTUzM0RHY0SXJzIn0sImVuYyI6IkExMjhDQkMtSFMyNTYi"
        + "fQ..yc9N8v5sYyv3iGQT926IUg.BoDlwPnTypYq-ivjmQvAYJLb5Q6l-F3LIgQomlz87yW4OPKbWE1zSTEFjDfhU9IPIOSA9"
        + "Bml4m7iDFwA-1ZXvHteLDtw4R1XRGMEsDIqAYtskTTmzmzNa-_q4F_evAPUmwlO-ZG45Mnq4uhM1fm_D9rBtWolqZSF3xGNN"
        + "kpOMQKF1Cl8i8wjzRli7-IXgyirlKQsbhhqRzkv8IcY6aHl24j03C-AR2le1r7URUhArM79BY8soZU0lzwI-sD5PZ3l4NDCC"
        + "ei9XkoIAfsXJWmySPoeRb2Ni5UZL4mYpvKDiwmyzGd65KqVw7MsFfI_K767G9C9Azp73gKZD0DyUn1mn0WW5LmyX_yJ-3ARO"
        + "q8p1WZBfG-ZyJ6195_JGG2m9Csg.WCCkNa-x4BeB9hIDIfFuhg";

    private static readonly ECParameters Meriadoc = Key(
        "Ze2loSV3wrroKUN_4zhwGhCqo3Xhu1td4QjeQ5wIVR0", "HlLtdXARY_f55A3fnzQbPcm6hgr34Mp8p-nuzQCE0Zw",
        "r_kHyZ-a06rmxM3yESK84r1otSg-aQcVStkRhA-iCM8");

    [Fact]
    public void the_library_opens_rfc_7520_section_5_5()
    {
        using var key = ECDiffieHellman.Create(Meriadoc);
        Encoding.UTF8.GetString(JWT.DecodeBytes(
            Section55, key, JweAlgorithm.ECDH_ES, JweEncryption.A128CBC_HS256)).ShouldBe(Frodo);
    }

    [Fact]
    public void we_refuse_it_for_its_content_is_sealed_another_way()
    {
        using var key = ECDiffieHellman.Create(Meriadoc);
        PouchSeal.Open(Section55, _ => key).Refused.ShouldBeTrue();
    }

    private static ECParameters Key(string x, string y, string d) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = StrictBase64Url.Decode(x), Y = StrictBase64Url.Decode(y) },
        D = StrictBase64Url.Decode(d),
    };

    private static byte[] Part(string text)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(text)];
    }
}
