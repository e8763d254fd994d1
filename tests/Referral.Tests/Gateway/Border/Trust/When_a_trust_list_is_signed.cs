using System.Text;
using System.Text.Json.Nodes;
using Referral.Gateway;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_a_trust_list_is_signed : IDisposable
{
    private readonly TwoAdministrators _two = new();

    [Fact]
    public void both_signatures_make_it_complete()
    {
        var list = _two.Found();
        list.Complete.ShouldBeTrue();
        var read = SignedTrust.Open(list.ToBytes()).Outcome;
        read.Fingerprint.ShouldBe(list.Fingerprint);
        read.List.Members.Select(m => m.Country).ShouldBe(["XA", "XB", "XC"]);
        read.SignedBy.ShouldBe([_two.First.Public.Kid, _two.Second.Public.Kid], ignoreOrder: true);
    }

    [Fact]
    public void one_person_alone_is_refused_even_twice()
    {
        var alone = SignedTrust.Found(_two.Content(), _two.First).Outcome;
        alone.Complete.ShouldBeFalse();
        Code(SignedTrust.Open(alone.ToBytes())).ShouldBe("REF-2421");
        Code(SignedTrust.Open(alone.Sign(_two.First).Outcome.ToBytes())).ShouldBe("REF-2421");
        Code(alone.Next(alone.Latest, TwoAdministrators.Now, _two.First)).ShouldBe("REF-2421");
        var doubled = Changed(alone, list =>
            Signatures(list).Add(Signatures(list)[0]!.DeepClone()));
        Code(SignedTrust.Open(doubled)).ShouldBe("REF-2421");
    }

    [Fact]
    public void the_second_person_may_sign_later_and_elsewhere()
    {
        var alone = SignedTrust.Found(_two.Content(), _two.First).Outcome;
        var there = SignedTrust.Open(alone.ToBytes(), pending: true).Outcome;
        there.Fingerprint.ShouldBe(alone.Fingerprint);
        var signed = there.Sign(_two.Second).Outcome;
        SignedTrust.Open(signed.ToBytes()).Outcome.Complete.ShouldBeTrue();
    }

    [Fact]
    public void a_stranger_is_no_administrator()
    {
        Code(SignedTrust.Found(_two.Content(), _two.First, _two.Stranger)).ShouldBe("REF-2422");
        Code(SignedTrust.Found(_two.Content(), _two.First).Outcome.Sign(_two.Stranger)).ShouldBe("REF-2429");
        Code(_two.Found().Next(_two.Found().Latest, TwoAdministrators.Now, _two.First, _two.Stranger))
            .ShouldBe("REF-2429");
    }

    [Fact]
    public void one_person_in_both_places_is_refused() =>
        Code(SignedTrust.Found(
            _two.Content() with { Administrators = [_two.First.Public, _two.First.Public] }, _two.First))
            .ShouldBe("REF-2429");

    [Fact]
    public void an_administrators_key_under_anothers_name_is_refused() =>
        Code(SignedTrust.Found(_two.Content() with
        {
            Administrators =
            [
                _two.First.Public, _two.Second.Public with { PublicKey = _two.First.Public.PublicKey },
            ],
        }, _two.First)).ShouldBe("REF-2429");

    [Fact]
    public void any_changed_payload_breaks_its_signatures()
    {
        var other = SignedTrust.Found(_two.Content() with { ValidUntil = TwoAdministrators.Now.AddYears(9) },
            _two.First, _two.Second).Outcome;
        var swapped = Changed(_two.Found(), list => list["versions"]![0]!["payload"] =
            JsonNode.Parse(other.ToBytes())!["versions"]![0]!["payload"]!.GetValue<string>());
        Code(SignedTrust.Open(swapped)).ShouldBe("REF-2422");
    }

    [Fact]
    public void any_changed_signature_is_refused()
    {
        var list = _two.Found();
        var signature = JsonNode.Parse(list.ToBytes())!["versions"]![0]!["signatures"]![1]!["signature"]!
            .GetValue<string>();
        for (var at = 0; at < signature.Length; at++)
            SignedTrust.Open(Changed(list, l => Signatures(l)[1]!["signature"] =
                OneCharacter.Changed(signature, at))).Refused.ShouldBeTrue($"at {at}");
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID","typ":"referral-trust-list"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"referral-letter"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"referral-trust-list","crit":["b64"],"b64":false}""")]
    public void a_header_beyond_the_closed_list_is_refused(string header)
    {
        var bad = StrictBase64Url.Encode(
            Encoding.ASCII.GetBytes(header.Replace("KID", _two.First.Public.Kid)));
        Code(SignedTrust.Open(Changed(_two.Found(), l => Signatures(l)[0]!["protected"] = bad)))
            .ShouldBe("REF-2415");
    }

    [Fact]
    public void a_member_that_lacks_a_key_is_refused_by_its_code()
    {
        var member = ThreeCountries.Shared.Trust.Members[0];
        var lacking = member with { Keys = [.. member.Keys.Where(k => k.Use == MemberKey.Sign)] };
        var refusal = SignedTrust.Found(_two.Content(lacking), _two.First, _two.Second).Refusal!;
        refusal.Code.ShouldBe("REF-2424");
        refusal.Values["country"].ShouldBe("XA");
        refusal.Values["use"].ShouldBe("seal");
    }

    [Fact]
    public void a_key_twice_is_refused() =>
        Code(SignedTrust.Found(_two.Content(ThreeCountries.Shared.Trust.Members[0],
            ThreeCountries.Shared.Trust.Members[0] with { Country = "XD" }), _two.First))
            .ShouldBe("REF-2428");

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("""{"versions":[]}""")]
    [InlineData("""{"versions":[null]}""")]
    [InlineData("""{"versions":[{"payload":"AA","signatures":[]}]}""")]
    [InlineData("""{"versions":[{"payload":"","signatures":[]}],"versions":[]}""")]
    [InlineData("""{"versions":[],"more":1}""")]
    [InlineData("""{"version":1,"members":[]}""")]
    public void what_is_no_signed_list_is_refused(string text) =>
        Code(SignedTrust.Open(Encoding.UTF8.GetBytes(text))).ShouldBe("REF-2420");

    [Fact]
    public void its_fingerprint_is_read_aloud_in_sixteen_groups()
    {
        var list = _two.Found();
        list.Fingerprint.Split(' ').Length.ShouldBe(16);
        list.Fingerprint.Split(' ').ShouldAllBe(
            group => group.Length == 4 && group.All(char.IsAsciiHexDigitLower));
        Fingerprint.Same(list.Fingerprint, list.Fingerprint.Replace(' ', '-').ToUpperInvariant())
            .ShouldBeTrue();
        Fingerprint.Same(list.Fingerprint, list.Fingerprint[..^5]).ShouldBeFalse();
        Fingerprint.Same("", "").ShouldBeFalse();
    }

    private static string? Code<T>(Decision<T> decision) => decision.Refusal?.Code;

    private static JsonArray Signatures(JsonNode list) => list["versions"]![0]!["signatures"]!.AsArray();

    private static byte[] Changed(SignedTrust list, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(list.ToBytes())!;
        change(node);
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }

    public void Dispose() => _two.Dispose();
}
