using System.Security.Cryptography;
using Jose;
using Referral.Verifier;
using Shouldly;
using Xunit;

namespace Referral.Tests.Verifier;

public class When_a_checkpoint_is_opened
{
    private static readonly ECDsa Key = JournalUnderTest.Key;

    private readonly Checkpoint checkpoint = new(
        "XX", 7, new(2026, 3, 1, 11, 5, 6, 789, TimeSpan.FromHours(7)),
        SHA256.HashData([1]), SHA256.HashData([2]));

    [Fact]
    public void it_says_what_was_signed()
    {
        var opened = Open(CheckpointFormat.Sign(Key, "k", checkpoint)).Checkpoint.ShouldNotBeNull();

        (opened.Country, opened.Number, opened.At).ShouldBe(("XX", 7L, checkpoint.At));
        opened.At.Offset.ShouldBe(TimeSpan.Zero);
        opened.Previous.ShouldBe(checkpoint.Previous);
        opened.Root.ShouldBe(checkpoint.Root);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("..")]
    [InlineData("é.é.é")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.e30.")]
    public void what_is_no_checkpoint_is_refused(string jws) => Open(jws).Broken.ShouldNotBeNull();

    [Fact]
    public void one_without_a_signature_is_refused() =>
        Open(JWT.Encode("{}", null, JwsAlgorithm.none, Headers(CheckpointFormat.Typ)))
            .Broken!.ShouldContain("ES256");

    [Fact]
    public void one_signed_as_a_letter_is_refused() =>
        Open(Signed("{}", Headers("referral-letter"))).Broken!.ShouldContain("something else");

    [Fact]
    public void one_with_any_other_header_is_refused()
    {
        var headers = Headers(CheckpointFormat.Typ);
        headers["jku"] = "https://example.org/";

        Open(Signed("{}", headers)).Broken!.ShouldContain("header");
    }

    [Fact]
    public void one_with_another_payload_is_refused() =>
        Open(Signed("""{"country":"XX","number":1}""", Headers(CheckpointFormat.Typ))).Broken!
            .ShouldContain("not a checkpoint");

    [Fact]
    public void one_with_any_character_changed_is_refused_or_has_another_hash()
    {
        var jws = CheckpointFormat.Sign(Key, "k", checkpoint);
        for (var at = 0; at < jws.Length; at++)
        {
            var changed = jws[..at] + (jws[at] == 'A' ? 'B' : 'A') + jws[(at + 1)..];
            // The last character carries bits that mean nothing, so it may hold; the hash does not.
            if (at < jws.Length - 1) Open(changed).Broken.ShouldNotBeNull();
            CheckpointFormat.Hash(changed).ShouldNotBe(CheckpointFormat.Hash(jws));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("A")]
    [InlineData("AAAA")]
    public void one_with_any_part_torn_is_refused(string torn)
    {
        var jws = CheckpointFormat.Sign(Key, "k", checkpoint);
        for (var part = 0; part < 3; part++)
        {
            var parts = jws.Split('.');
            parts[part] = torn;
            Open(string.Join('.', parts)).Broken.ShouldNotBeNull();
        }
    }

    private static Dictionary<string, object> Headers(string typ) => new() { ["kid"] = "k", ["typ"] = typ };

    private static string Signed(string payload, Dictionary<string, object> headers) =>
        JWT.Encode(payload, Key, JwsAlgorithm.ES256, headers);

    private static OpenedCheckpoint Open(string jws) =>
        CheckpointFormat.Open(jws, kid => kid == "k" ? Key : null);
}
