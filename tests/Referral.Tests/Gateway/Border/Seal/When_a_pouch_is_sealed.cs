using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;
using Google.Protobuf;
using Jose;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Seal;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Seal;

public class When_a_pouch_is_sealed
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;
    private static readonly byte[] Content = Encoding.ASCII.GetBytes("what only the receiver may read");

    private static string Sealed => PouchSeal.Seal(Content, Network.Trust.SealKey("XA", ThreeCountries.Now)!);

    private static Referral.Gateway.Decision<byte[]> Open(string token) =>
        PouchSeal.Open(token, Network.Of("XA").Opening);

    [Fact]
    public void its_receiver_opens_it() => Open(Sealed).Outcome.ShouldBe(Content);

    [Fact]
    public void nobody_else_does() =>
        PouchSeal.Open(Sealed, Network.Of("XC").Opening).Refusal!.Code.ShouldBe("REF-2401");

    [Fact]
    public void another_key_under_the_same_kid_does_not_open_it()
    {
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        PouchSeal.Open(Sealed, _ => other).Refusal!.Code.ShouldBe("REF-2401");
    }

    [Fact]
    public void each_sealing_looks_different() => Sealed.ShouldNotBe(Sealed);

    [Fact]
    public void any_changed_character_is_refused()
    {
        var token = Sealed;
        for (var at = 0; at < token.Length; at++)
            Open(OneCharacter.Changed(token, at)).Refused.ShouldBeTrue($"at {at}");
    }

    [Fact]
    public void any_flipped_bit_is_refused()
    {
        var token = Sealed;
        for (var at = 0; at < token.Length; at++)
        {
            var flipped = token.ToCharArray();
            flipped[at] ^= (char)(1 << (at % 7));
            Open(new string(flipped)).Refused.ShouldBeTrue($"at {at}");
        }
    }

    [Fact]
    public void a_point_off_the_curve_is_refused()
    {
        var parts = Sealed.Split('.');
        var header = Encoding.ASCII.GetString(StrictBase64Url.Decode(parts[0]));
        var x = header.IndexOf("\"x\":\"", StringComparison.Ordinal) + 5;
        parts[0] = StrictBase64Url.Encode(Encoding.ASCII.GetBytes(
            string.Concat(header.AsSpan(0, x), new string('A', 43), header.AsSpan(x + 43))));
        Open(string.Join('.', parts)).Refusal!.Code.ShouldBe("REF-2401");
    }

    [Fact]
    public void compressed_content_is_refused()
    {
        using var key = ECDiffieHellman.Create(
            Network.Of("XA").Opening(Network.Trust.SealKey("XA", ThreeCountries.Now)!.Kid)!
                .ExportParameters(false));
        var token = JWT.EncodeBytes(new byte[100_000], key, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM,
            JweCompression.DEF, new Dictionary<string, object>
            {
                ["kid"] = Network.Trust.SealKey("XA", ThreeCountries.Now)!.Kid, ["typ"] = JoseTypes.Pouch,
            });
        Open(token).Refusal!.Code.ShouldBe("REF-2415");
    }

    [Fact]
    public void a_key_for_signing_is_not_sealed_to() =>
        Should.Throw<ArgumentException>(() =>
            PouchSeal.Seal(Content, Network.Trust.Of("XA")!.Keys.First(k => k.Use == "sign")));

    [Fact]
    public void a_token_beyond_the_limit_is_refused() =>
        Open(new string('A', PouchLimits.Default.TokenBytesMax + 1)).Refusal!.Code.ShouldBe("REF-2401");

    [Fact]
    public void a_full_pouch_keeps_within_the_limit()
    {
        var limits = PouchLimits.Default;
        var pouch = new Pouch { Checkpoint = new string('a', limits.PouchBytesMax) };
        PouchSeal.Seal(PouchPadding.Pad(pouch, limits.PadStepBytes),
            Network.Trust.SealKey("XA", ThreeCountries.Now)!)
            .Length.ShouldBeLessThanOrEqualTo(limits.TokenBytesMax);
    }

    [Fact]
    public void its_size_is_a_multiple_of_the_step_whatever_it_holds()
    {
        foreach (var step in new[] { 256, 4096, 65_536 })
            for (var size = 0; size < 700; size++)
            {
                var pouch = new Pouch { Checkpoint = new string('a', size) };
                var bytes = PouchPadding.Pad(pouch, step);
                (bytes.Length % step).ShouldBe(0, $"{size} in steps of {step}");
                Pouch.Parser.ParseFrom(bytes).Checkpoint.Length.ShouldBe(size);
            }
    }

    [Fact]
    public void padding_twice_does_not_grow_it()
    {
        var pouch = new Pouch { Checkpoint = "a" };
        PouchPadding.Pad(pouch, 256);
        PouchPadding.Pad(pouch, 256).Length.ShouldBe(256);
    }

    [Fact]
    public void many_open_with_one_key_at_the_same_time()
    {
        var tokens = Enumerable.Range(0, 50).Select(_ => Sealed).ToArray();
        Parallel.For(0, 500, n => Open(tokens[n % 50]).Outcome.ShouldBe(Content));
    }

    [Fact]
    public void wrong_limits_are_all_reported_at_once() =>
        new PouchLimits { LettersMax = 0, PadStepBytes = 1, TokenBytesMax = 65_536 }
            .Mistakes().Count.ShouldBe(3);

    [Property(MaxTest = 500)]
    public void no_text_makes_the_opener_throw(string? text) => Open(text ?? "").Refused.ShouldBeTrue();

    [Property(MaxTest = 500)]
    public void no_bytes_in_any_part_make_the_opener_throw(byte[] bytes, byte part)
    {
        var parts = Sealed.Split('.');
        parts[part % 5] = StrictBase64Url.Encode(bytes);
        if (string.Join('.', parts) is var token && bytes.Length > 0)
            Open(token).Refused.ShouldBeTrue();
    }
}
