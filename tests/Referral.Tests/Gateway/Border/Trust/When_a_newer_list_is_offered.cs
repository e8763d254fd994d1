using System.Text;
using System.Text.Json.Nodes;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_a_newer_list_is_offered : IDisposable
{
    private static readonly DateTimeOffset Now = TwoAdministrators.Now.AddDays(2);

    private readonly TwoAdministrators _two = new();
    private readonly TemporaryFolder _folder = new();

    private HeldTrust Held => new(_folder.Path);

    [Fact]
    public void both_administrators_of_the_version_before_make_it_count()
    {
        var first = _two.Found();
        var second = _two.Next(first);
        TrustSuccession.Decide(first, second, Now).Outcome.ShouldBeSameAs(second);
        SignedTrust.Open(second.ToBytes()).Outcome.Latest.Previous.Length.ShouldBe(64);
        second.FirstFingerprint.ShouldBe(first.Fingerprint);
    }

    [Fact]
    public void the_same_changes_nothing()
    {
        var first = _two.Found();
        TrustSuccession.Decide(first, SignedTrust.Open(first.ToBytes()).Outcome, Now)
            .Outcome.ShouldBeSameAs(first);
    }

    [Fact]
    public void an_older_one_is_refused() =>
        TrustSuccession.Decide(_two.Next(_two.Found()), _two.Found(), Now).Refusal!.Code.ShouldBe("REF-2423");

    [Fact]
    public void one_that_forks_off_before_is_refused()
    {
        var first = _two.Found();
        var held = _two.Next(first);
        var other = _two.Next(_two.Next(
            first, list => TrustChange.Revoke(list, list.Members[0].Keys[0].Kid, DateTimeOffset.UtcNow)));
        TrustSuccession.Decide(held, other, Now).Refusal!.Code.ShouldBe("REF-2425");
    }

    [Fact]
    public void one_past_its_validity_is_refused() =>
        TrustSuccession.Decide(null, _two.Found(), Now.AddDays(TrustContent.ValidDays))
            .Refusal!.Code.ShouldBe("REF-2426");

    [Fact]
    public void a_version_left_out_of_the_middle_is_refused()
    {
        var list = JsonNode.Parse(_two.Next(_two.Next(_two.Found())).ToBytes())!;
        list["versions"]!.AsArray().RemoveAt(1);
        SignedTrust.Open(Encoding.UTF8.GetBytes(list.ToJsonString())).Refusal!.Code.ShouldBe("REF-2420");
    }

    [Fact]
    public void a_new_administrator_signs_the_version_after_the_one_that_names_her()
    {
        var changed = _two.Next(_two.Found(), list => TrustChange.ReplaceAdministrator(
            list, _two.Second.Public.Kid, _two.Stranger.Public));
        changed.Next(changed.Latest, Now, _two.First, _two.Second).Refusal!.Code.ShouldBe("REF-2429");
        var next = changed.Next(changed.Latest, Now, _two.First, _two.Stranger).Outcome;
        SignedTrust.Open(next.ToBytes()).Outcome.Complete.ShouldBeTrue();
    }

    [Fact]
    public void a_gateway_starts_with_the_first_it_is_given()
    {
        TrustFile.Write(_folder.File("trust.json"), _two.Found());
        Held.Start(Now).Version.ShouldBe(1);
        Held.HeldVersion.ShouldBe(0);
    }

    [Fact]
    public void a_gateway_starts_with_the_one_it_holds_when_the_file_is_older_or_broken()
    {
        Held.Hold(_two.Next(_two.Found()));
        TrustFile.Write(_folder.File("trust.json"), _two.Found());
        Held.Start(Now).Version.ShouldBe(2);
        Held.Offered(Now).Refusal!.Code.ShouldBe("REF-2423");
        File.WriteAllText(_folder.File("trust.json"), "broken");
        Held.Start(Now).Version.ShouldBe(2);
        Held.Offered(Now).Refusal!.Code.ShouldBe("REF-2420");
        File.Delete(_folder.File("trust.json"));
        Held.Start(Now).Version.ShouldBe(2);
    }

    [Fact]
    public void a_gateway_without_any_does_not_start_and_says_the_number() =>
        Should.Throw<InvalidDataException>(() => Held.Start(Now)).Message.ShouldContain("REF-2420");

    [Fact]
    public void the_fingerprint_that_was_read_out_is_that_of_this_version_or_the_first()
    {
        var second = _two.Next(_two.Found());
        var path = _folder.File("offered.json");
        TrustFile.Write(path, second);
        Check(second.Fingerprint).Refused.ShouldBeFalse();
        Check(second.FirstFingerprint).Refused.ShouldBeFalse();
        Check(new string('0', 64)).Refusal!.Code.ShouldBe("REF-2427");
        Referral.Gateway.Decision<SignedTrust> Check(string read) =>
            TrustInstalling.Check(path, null, read, Now);
    }

    public void Dispose()
    {
        _two.Dispose();
        _folder.Dispose();
    }
}
