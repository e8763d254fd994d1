using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Letters;
using Referral.Gateway.Border.Admission;
using Referral.Gateway.Border.Seal;
using Referral.Gateway.Repatriation;
using Shouldly;
using Xunit;
using Judge = Referral.Gateway.Border.Admission.Admission;

namespace Referral.Tests.Gateway.Border.Admission;

public class When_a_letter_arrives
{
    private static readonly ThreeCountries Network = ThreeCountries.Shared;

    private static Verdict Of(Action<Letter>? change = null, Func<Known, Known>? known = null, string signer = "XB")
    {
        var letter = ThreeCountries.Letter();
        change?.Invoke(letter);
        var knows = ThreeCountries.Known();
        return Judge.Of(Network.Opened(signer, letter), known?.Invoke(knows) ?? knows);
    }

    private static void Refused(
        Verdict verdict, string code, bool takesNumber, bool alert = false,
        RemState state = RemState.RelayRejection)
    {
        var refuse = verdict.ShouldBeOfType<Verdict.Refuse>();
        refuse.Refusal.Code.ShouldBe(code);
        refuse.State.ShouldBe(state);
        refuse.TakesNumber.ShouldBe(takesNumber);
        refuse.Alert.ShouldBe(alert);
    }

    private static void Unreadable(Verdict verdict, string code) =>
        verdict.ShouldBeOfType<Verdict.Unreadable>().Refusal.Code.ShouldBe(code);

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
        Of(l => l.Head.Replaces = Convert.ToHexStringLower(old), k => k with { SameId = new InboxRow(old, "first") })
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
        Of(known: k => k with { SameId = new InboxRow(SHA256.HashData([1]), "first") }), "REF-2409", false, alert: true);

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
        Refused(Of(l => l.Head.Referral = ReferralNumber.Make(host, origin, 2026, 1).ToString()), "REF-2411", false);

    [Fact]
    public void a_number_of_ours_that_we_never_gave_is_refused() =>
        Refused(Of(l => l.Head.Referral = ReferralNumber.Make("XA", "XB", 2026, 1).ToString()), "REF-2411", false);

    [Fact]
    public void a_number_of_ours_that_we_gave_is_admitted() =>
        Of(l => l.Head.Referral = ReferralNumber.Make("XA", "XB", 2026, 1).ToString(),
            k => k with { ReferralKnown = true }).ShouldBeOfType<Verdict.Admit>();

    [Fact]
    public void a_number_another_letter_took_raises_an_alert() =>
        Refused(Of(known: k => k with { NumberTaken = true }), "REF-2410", false, alert: true);

    [Theory]
    [InlineData(0u)]
    [InlineData(4u)]
    public void a_number_gone_by_or_zero_raises_an_alert(uint number) =>
        Refused(Of(l => l.Head.Number = number, k => k with { NextNumber = 5 }), "REF-2410", false, alert: true);

    [Fact]
    public void one_behind_a_gap_waits() => Of(l => l.Head.Number = 2).ShouldBeOfType<Verdict.Hold>();

    [Fact]
    public void one_behind_a_gap_whose_number_waits_already_raises_an_alert() =>
        Refused(Of(l => l.Head.Number = 2, k => k with { NumberTaken = true }), "REF-2410", false, alert: true);

    [Fact]
    public void a_defect_behind_a_gap_waits_for_its_turn()
    {
        static void Expired(Letter l)
        {
            l.Head.Number = 2;
            l.Head.ExpiresAt = Timestamp.FromDateTimeOffset(ThreeCountries.Now.AddDays(-1));
            l.Head.SchemaVersion = 9;
            l.ClearBody();
        }

        Of(Expired).ShouldBeOfType<Verdict.Hold>();
        Refused(Of(Expired, k => k with { NextNumber = 2 }), "REF-2406", true, state: RemState.NonDelivery);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void one_from_the_future_is_not_delivered(int minutesAhead, bool refused)
    {
        var verdict = Of(l => l.Head.WrittenAt =
            Timestamp.FromDateTimeOffset(ThreeCountries.Now.AddMinutes(minutesAhead)));
        if (refused)
            Refused(verdict, "REF-2406", true, state: RemState.NonDelivery);
        else
            verdict.ShouldBeOfType<Verdict.Admit>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void an_expired_one_is_not_delivered(int seconds) => Refused(
        Of(l => l.Head.ExpiresAt = Timestamp.FromDateTimeOffset(ThreeCountries.Now.AddSeconds(seconds))),
        "REF-2406", true, state: RemState.NonDelivery);

    [Theory]
    [InlineData(long.MaxValue, 0)]
    [InlineData(long.MinValue, 0)]
    [InlineData(0, -1)]
    [InlineData(0, int.MaxValue)]
    public void a_time_beyond_the_calendar_is_a_refusal_not_a_fault(long seconds, int nanos)
    {
        var beyond = new Timestamp { Seconds = seconds, Nanos = nanos };
        Refused(Of(l => l.Head.WrittenAt = beyond), "REF-2406", true, state: RemState.NonDelivery);
        Refused(Of(l => l.Head.ExpiresAt = beyond), "REF-2406", true, state: RemState.NonDelivery);
    }

    [Fact]
    public void one_without_times_is_not_delivered()
    {
        Refused(Of(l => l.Head.WrittenAt = null), "REF-2406", true, state: RemState.NonDelivery);
        Refused(Of(l => l.Head.ExpiresAt = null), "REF-2406", true, state: RemState.NonDelivery);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(2u)]
    public void a_version_we_do_not_read_is_refused(uint version) =>
        Refused(Of(l => l.Head.SchemaVersion = version), "REF-2407", true);

    [Fact]
    public void an_unknown_body_is_refused() => Refused(Of(l => l.ClearBody()), "REF-2408", true);

    [Theory]
    [InlineData("M01")]
    [InlineData("")]
    [InlineData("m02")]
    public void a_kind_that_is_not_the_bodys_is_refused(string kind) =>
        Refused(Of(l => l.Head.Kind = kind), "REF-2408", true);

    [Fact]
    public void one_beyond_the_size_is_refused() => Refused(
        Of(known: k => k with { Limits = new PouchLimits { LetterBytesMax = 100 } }), "REF-2416", true);

    private static Verdict Again(Func<OpenedLetter, InboxRow> row)
    {
        var opened = Network.Opened("XB", ThreeCountries.Letter());
        return Judge.Of(opened, ThreeCountries.Known() with { SameId = row(opened) });
    }
}
