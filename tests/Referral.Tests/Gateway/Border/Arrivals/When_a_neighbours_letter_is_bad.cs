using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Letters;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Border.Arrivals;

/// <summary>
/// Refused with its number, journalled, answered with a signed receipt; and the queue goes on. Written with
/// the neighbour's real keys. The persons in the letters are invented.
/// </summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_neighbours_letter_is_bad(RunningGateways gateways)
{
    private readonly LetterByHand _hand = new(gateways);
    private readonly BroughtLetters _brought = new(gateways);

    [Fact]
    public async Task a_good_one_takes_effect_so_that_the_others_can_be_believed()
    {
        var letter = _hand.Notice(_hand.NewReferral());

        await _brought.TakesEffect(letter);

        (await gateways.Rows("LA", db => db.OriginCases.AnyAsync(c => c.Stage == "Arrived"))).ShouldBeTrue();
    }

    [Fact]
    public Task for_another_country() =>
        _brought.IsRefused(
            With(l => l.Head.ToCountry = "VN"), RemState.RelayRejection, "REF-2405", ownCase: false);

    [Fact]
    public Task expired() => _brought.IsRefused(
        With(l => l.Head.ExpiresAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddSeconds(-1))),
        RemState.NonDelivery, "REF-2406");

    [Fact]
    public Task from_the_future() => _brought.IsRefused(
        With(l => l.Head.WrittenAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(1))),
        RemState.NonDelivery, "REF-2406");

    [Fact]
    public Task with_no_time_at_all() => _brought.IsRefused(
        With(l => l.Head.WrittenAt = new Timestamp { Seconds = long.MaxValue }),
        RemState.NonDelivery, "REF-2406");

    [Fact]
    public Task of_an_unknown_schema_version() =>
        _brought.IsRefused(With(l => l.Head.SchemaVersion = 99), RemState.RelayRejection, "REF-2407");

    [Fact]
    public Task without_a_body() =>
        _brought.IsRefused(With(l => l.ClearBody()), RemState.RelayRejection, "REF-2408");

    [Fact]
    public Task whose_kind_is_not_its_body() =>
        _brought.IsRefused(With(l => l.Head.Kind = "M03"), RemState.RelayRejection, "REF-2408");

    [Fact]
    public async Task of_a_kind_that_a_later_version_brings()
    {
        var letter = With(l => { l.ClearBody(); l.Head.Kind = "M77"; });
        using var bytes = new MemoryStream();
        letter.WriteTo(bytes);
        var field = new CodedOutputStream(bytes);
        field.WriteTag(177, WireFormat.WireType.LengthDelimited);
        field.WriteBytes(ByteString.CopyFromUtf8("invented"));
        field.Flush();

        await _brought.IsRefused(
            Letter.Parser.ParseFrom(bytes.ToArray()), RemState.RelayRejection, "REF-2408");
    }

    [Fact]
    public Task that_is_not_operated_when_it_was_written() => _brought.IsRefused(
        With(l => (l.Head.AgreementId, l.Head.AgreementRule) = ("LA-TH-2017", "LA-TH-2017/M01")),
        RemState.RelayRejection, "REF-2413");

    [Fact]
    public Task under_a_version_not_held() =>
        _brought.IsRefused(With(l => l.Head.AgreementVersion = "99"), RemState.RelayRejection, "REF-2206");

    [Fact]
    public Task under_an_agreement_that_is_none() =>
        _brought.IsRefused(With(l => l.Head.AgreementId = "TH-XX-2026"), RemState.RelayRejection, "REF-2206");

    [Fact]
    public Task under_a_rule_that_is_none_of_ours() =>
        _brought.IsRefused(
            With(l => l.Head.AgreementRule = "LA-TH-2005/M02"), RemState.RelayRejection, "REF-2202");

    [Fact]
    public Task that_names_a_suspected_official() => _brought.IsRefused(
        With(l => l.VictimIdentificationNotice.RelationshipToTrafficker = "OFFICIAL"),
        RemState.RelayRejection, "REF-2204");

    [Fact]
    public async Task that_carries_a_field_outside_its_row()
    {
        var referral = _hand.NewReferral();
        await _hand.Bring(_hand.Notice(referral));
        var letter = _hand.Tracing(referral, 2);

        // Field 21 may go in M03 by the parents' names, with no telephone; in M05 the row takes the relatives
        // whole.
        letter.FamilyTracingRequested.Relatives
            .Add(new Relative { Relation = "mother", Telephone = "INVENTED" });
        await _brought.TakesEffect(letter);
        var answer = _hand.Complete(referral, 3, "M04", new Letter
        {
            NationalityVerificationResult = new() { Result = "CONFIRMED", DataWanted = { "account" } },
        });
        await _brought.IsRefused(answer, RemState.RelayRejection, "REF-2202");
    }

    [Fact]
    public async Task with_a_field_that_nobody_knows_yet_it_is_kept_as_it_came_and_takes_effect()
    {
        var bytes = new MemoryStream();
        _hand.Notice(_hand.NewReferral()).WriteTo(bytes);
        var field = new CodedOutputStream(bytes);
        field.WriteTag(900, WireFormat.WireType.LengthDelimited);
        field.WriteBytes(ByteString.CopyFromUtf8("invented"));
        field.Flush();

        var signed = await _brought.TakesEffect(Letter.Parser.ParseFrom(bytes.ToArray()));

        var row = (await _hand.Row(signed))!;
        (await gateways.Steps("LA").Read(step => Task.FromResult(step.JwsOf(row)))).ShouldBe(signed);
    }

    private Letter With(Action<Letter> change)
    {
        var letter = _hand.Notice(_hand.NewReferral());
        change(letter);
        return letter;
    }
}
