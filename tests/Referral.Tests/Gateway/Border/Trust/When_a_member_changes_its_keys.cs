using System.Security.Cryptography;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Border.Trust;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Trust;

public sealed class When_a_member_changes_its_keys : IDisposable
{
    private static readonly DateTimeOffset Now = ThreeCountries.Now;
    private static readonly DateTimeOffset Later = Now.AddDays(5);

    private readonly KeyFile _oldSign = File(MemberKey.Sign, Now.AddDays(-10));
    private readonly KeyFile _newSign = File(MemberKey.Sign, Later);
    private readonly KeyFile _oldSeal = File(MemberKey.Seal, Now.AddDays(-10));
    private readonly KeyFile _newSeal = File(MemberKey.Seal, Later);
    private readonly GatewayKeySet _keys;
    private readonly TwoAdministrators _two = new();

    public When_a_member_changes_its_keys() => _keys = new GatewayKeySet(
        "XA", [_oldSign, _newSign], [_oldSeal, _newSeal], RandomNumberGenerator.GetBytes(32), Now);

    private TrustContent Before => _two.Content(ThreeCountries.Member("XA", _keys) with
    {
        Keys = [_oldSign.Public, _oldSeal.Public],
    });

    private TrustContent Rotated => TrustChange.Rotate(Before, ThreeCountries.Member("XA", _keys)).Outcome;

    private static TrustList List(TrustContent content) => new(content.Version, content.Members);

    [Fact]
    public void the_new_ones_stand_beside_the_old_which_end_after_the_overlap()
    {
        var keys = Rotated.Members[0].Keys;
        keys.Select(k => k.Kid).ShouldBe([_oldSign.Kid, _oldSeal.Kid, _newSign.Kid, _newSeal.Kid]);
        keys[0].Until.ShouldBe(Later.AddDays(TrustChange.OverlapDays));
        keys[1].Until.ShouldBe(Later.AddDays(TrustChange.OverlapDays));
        keys[2].Until.ShouldBe(_newSign.Until);
    }

    [Fact]
    public void the_old_one_signs_until_the_new_one_is_current_and_never_after()
    {
        var list = List(Rotated);
        _keys.Follow(list, Now);
        _keys.Signing.Kid.ShouldBe(_oldSign.Kid);
        _keys.Follow(list, Later).ShouldBeTrue();
        _keys.Signing.Kid.ShouldBe(_newSign.Kid);
        _keys.Follow(list, Later.AddDays(2)).ShouldBeFalse();
        _keys.Signing.Kid.ShouldBe(_newSign.Kid);
    }

    [Fact]
    public void a_new_one_that_the_others_do_not_know_yet_does_not_sign()
    {
        _keys.Follow(List(Before), Later);
        _keys.Signing.Kid.ShouldBe(_oldSign.Kid);
    }

    [Fact]
    public void what_the_old_one_signed_still_verifies()
    {
        using var old = new GatewayKeySet("XA", [_oldSign], [_oldSeal], new byte[32], Now);
        var jws = old.Signing.Sign([1], JoseTypes.Letter);
        var list = List(Rotated);
        Signatures.Verify(jws, JoseTypes.Letter, list, Later.AddDays(300)).Refused.ShouldBeFalse();
    }

    [Fact]
    public void what_says_it_was_written_after_the_old_one_ended_is_refused()
    {
        var list = List(Rotated);
        var end = Later.AddDays(TrustChange.OverlapDays);
        Of(_oldSign, end).ShouldBeNull();
        Of(_oldSign, end.AddMinutes(6))!.Code.ShouldBe("REF-2404");
        Of(_newSign, Now.AddYears(-1)).ShouldBeNull();
        Referral.Gateway.Refusal? Of(KeyFile key, DateTimeOffset written) =>
            Signatures.Retired(key.Kid, list, written.ToUnixTimeSeconds(), end.AddDays(1));
    }

    [Fact]
    public void pouches_are_sealed_to_the_new_one_once_it_is_current_and_both_open()
    {
        var list = List(Rotated);
        list.SealKey("XA", Now)!.Kid.ShouldBe(_oldSeal.Kid);
        list.SealKey("XA", Later)!.Kid.ShouldBe(_newSeal.Kid);
        foreach (var key in new[] { _oldSeal, _newSeal })
            PouchSeal.Open(PouchSeal.Seal([7], key.Public), _keys.Opening).Outcome.ShouldBe(new byte[] { 7 });
    }

    [Fact]
    public void a_revoked_one_signs_no_more_and_is_sealed_to_no_more()
    {
        var revoked = TrustChange.Revoke(
            TrustChange.Revoke(Rotated, _newSign.Kid, Later).Outcome, _newSeal.Kid, Later).Outcome;
        _keys.Follow(List(revoked), Later.AddDays(1));
        _keys.Signing.Kid.ShouldBe(_oldSign.Kid);
        List(revoked).SealKey("XA", Later.AddDays(1))!.Kid.ShouldBe(_oldSeal.Kid);
    }

    [Fact]
    public void rotating_again_does_not_bring_a_revoked_one_back()
    {
        var revoked = TrustChange.Revoke(Rotated, _newSign.Kid, Later.AddMilliseconds(5)).Outcome;
        TrustChange.Rotate(revoked, ThreeCountries.Member("XA", _keys)).Outcome
            .Members[0].Keys.Single(k => k.Kid == _newSign.Kid).ShouldBe(
                _newSign.Public with { Revoked = true, RevokedAt = Later });
    }

    [Fact]
    public void what_does_not_fit_the_list_is_refused()
    {
        TrustChange.Add(Before, ThreeCountries.Member("XA", _keys)).Refusal!.Code.ShouldBe("REF-2428");
        TrustChange.Revoke(Before, "unknown", Later).Refusal!.Code.ShouldBe("REF-2428");
        TrustChange.Rotate(Before, ThreeCountries.Shared.Trust.Of("XB")!).Refusal!.Code.ShouldBe("REF-2428");
        TrustChange.ReplaceAdministrator(Before, "unknown", _two.Stranger.Public)
            .Refusal!.Code.ShouldBe("REF-2429");
    }

    [Fact]
    public void a_gateway_whose_only_key_is_revoked_makes_another()
    {
        using var folder = new TemporaryFolder();
        using var first = GatewayKeys.CreateOrRead(folder.Path, "XA", TimeProvider.System);
        var member = ThreeCountries.Member("XA", first);
        var revoked = new TrustList(
            2, [member with { Keys = [.. member.Keys.Select(k => k with { Revoked = true })] }]);
        using var second = GatewayKeys.CreateOrRead(folder.Path, "XA", TimeProvider.System, revoked);
        second.Signing.Kid.ShouldNotBe(first.Signing.Kid);
    }

    private static KeyFile File(string use, DateTimeOffset from) =>
        KeyFile.Create("XA", use, from, from.AddDays(700));

    public void Dispose()
    {
        _keys.Dispose();
        _two.Dispose();
    }
}
