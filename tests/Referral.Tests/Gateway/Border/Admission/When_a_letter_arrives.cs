using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Repatriation;
using Shouldly;
using Xunit;
using static Referral.Tests.Gateway.Border.Admission.Judged;
using Judge = Referral.Gateway.Border.Admission.Admission;

namespace Referral.Tests.Gateway.Border.Admission;

public class When_a_letter_arrives
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    [Fact]
    public void a_good_one_is_admitted() => Of().ShouldBeOfType<Verdict.Admit>();

    [Fact]
    public void a_void_is_admitted() =>
        Of(l =>
        {
            l.Void = new LetterVoid();
            l.Head.Kind = "VOID";
        }).ShouldBeOfType<Verdict.Admit>();

    [Fact]
    public void another_countrys_signature_makes_it_unreadable() => Unreadable(Of(signer: "XC"), "REF-2403");

    [Fact]
    public void anothers_pouch_makes_it_unreadable() =>
        Unreadable(Of(known: k => k with { PouchFrom = "XC" }), "REF-2403");

    [Fact]
    public void one_without_a_head_is_unreadable() => Unreadable(Of(l => l.Head = null), "REF-2403");

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("{0190a1b2-0000-7000-8000-000000000001}")]
    [InlineData("0190A1B2-0000-7000-8000-000000000001")]
    public void an_id_in_another_spelling_claims_nothing(string id) =>
        Unreadable(Of(l => l.Head.LetterId = id), "REF-2401");

    [Fact]
    public void the_same_one_again_gets_the_first_receipt() => Again(o => new InboxRow(o.Sha256, "first"))
        .ShouldBe(new Verdict.Repeat("first"));

    [Fact]
    public void the_same_one_again_while_it_waits_gets_none_yet() => Again(o => new InboxRow(o.Sha256, null))
        .ShouldBe(new Verdict.Repeat(null));

    [Fact]
    public void the_one_it_replaced_is_a_repeat_too() =>
        Again(o => new InboxRow(SHA256.HashData([1]), "first", Replaces: o.Sha256))
            .ShouldBe(new Verdict.Repeat("first"));

    [Fact]
    public void one_signed_anew_after_a_key_was_revoked_is_a_repeat()
    {
        var old = SHA256.HashData([1]);
        Of(l => l.Head.Replaces = Convert.ToHexStringLower(old),
            k => k with { SameId = new InboxRow(old, "first") })
            .ShouldBe(new Verdict.Repeat("first"));
    }

    [Fact]
    public void a_repeat_stays_one_after_it_has_expired_or_its_number_was_used()
    {
        var letter = ThreeCountries.Letter();
        letter.Head.ExpiresAt = Timestamp.FromDateTimeOffset(ThreeCountries.Now.AddDays(-1));
        var opened = Network.Opened("XB", letter);
        Judge.Of(opened, ThreeCountries.Known() with
        {
            SameId = new InboxRow(opened.Sha256, "first"), NextNumber = 9, NumberTaken = true,
        }).ShouldBe(new Verdict.Repeat("first"));
    }

    [Fact]
    public void the_same_id_with_other_content_raises_an_alert() => Refused(
        Of(known: k => k with { SameId = new InboxRow(SHA256.HashData([1]), "first") }),
            "REF-2409", false, alert: true);

    [Fact]
    public void one_for_another_country_is_refused_without_a_number() =>
        Refused(Of(l => l.Head.ToCountry = "XC"), "REF-2405", false);

    [Theory]
    [InlineData("")]
    [InlineData("RC-XB-XA-2026-000001-0")]
    public void a_number_that_is_none_is_refused(string referral) =>
        Refused(Of(l => l.Head.Referral = referral), "REF-2411", false);

    [Theory]
    [InlineData("XB", "XC")]
    [InlineData("XC", "XA")]
    public void a_referral_of_others_is_refused(string host, string origin) =>
        Refused(Of(l => l.Head.Referral = ReferralNumber.Make(host, origin, 2026, 1).ToString()),
            "REF-2411", false);

    [Fact]
    public void a_number_of_ours_that_we_never_gave_is_refused() =>
        Refused(Of(l => l.Head.Referral = ReferralNumber.Make("XA", "XB", 2026, 1).ToString()),
            "REF-2411", false);

    [Fact]
    public void a_number_of_ours_that_we_gave_is_admitted() =>
        Of(l => l.Head.Referral = ReferralNumber.Make("XA", "XB", 2026, 1).ToString(),
            k => k with { ReferralKnown = true }).ShouldBeOfType<Verdict.Admit>();

    private static Verdict Again(Func<OpenedLetter, InboxRow> row)
    {
        var opened = Network.Opened("XB", ThreeCountries.Letter());
        return Judge.Of(opened, ThreeCountries.Known() with { SameId = row(opened) });
    }
}
