using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Texts;

/// <summary>Words beside an event become a unit as a field's do. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_note_is_in_another_language(RunningGateways gateways)
{
    private const string Note = "ບົວວັນ ຢ້ານ (ສົມມຸດ)";

    [Fact]
    public async Task it_is_translated_reviewed_and_shown_with_its_state()
    {
        var one = await Registered();
        await Happens(one, Note, "lo");
        (await Shown(one)).Untranslated.ShouldBeTrue();
        var unit = await one.Unit();
        (unit.Source, unit.SourceLanguage, unit.State.Code, unit.Field.Code)
            .ShouldBe(("⟦1⟧ ຢ້ານ (ສົມມຸດ)", "lo", "UNTRANSLATED", "note"));

        var drafted = await one.Draft(unit, "⟦1⟧ กลัว (สมมติ)");

        var shown = await Shown(one);
        (shown.Text, shown.Language, shown.Untranslated).ShouldBe((Note, "lo", false));
        var draft = shown.Renderings.ShouldHaveSingleItem();
        (draft.Text, draft.TranslationState, draft.Scheme, draft.Reviewed)
            .ShouldBe(("ບົວວັນ กลัว (สมมติ)", "HUMAN_DRAFT", "ร่างของผู้แปล ยังไม่ได้ตรวจ", false));
        await one.Review(drafted);
        (await Shown(one)).Renderings.Single().TranslationState.ShouldBe("REVIEWED");
    }

    [Fact]
    public async Task a_section_that_is_written_later_leaves_it_waiting()
    {
        var one = await Registered();
        await Happens(one, Note, "lo");
        var unit = await one.Unit();

        await one.Account("เรื่องสมมติ", "th");

        (await one.Unit()).ShouldBe(unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("th")]
    public async Task one_in_the_countrys_language_waits_for_nobody(string language)
    {
        var one = await Registered();

        await Happens(one, "กลัว (สมมติ)", language);

        (await one.Units()).ShouldBeEmpty();
        (await Shown(one)).Untranslated.ShouldBeFalse();
    }

    [Fact]
    public async Task the_side_that_reads_letters_has_its_own()
    {
        var played = await PlayedCase.Released(gateways);
        await played.ArrivesAbroad();
        var one = new TextCase(played, played.Abroad);
        await one.Reader.Does(one.Reader.Officer, (door, o) => door.AcknowledgeAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = played.Referral, NationalReference = "INVENTED-ABROAD",
        }, o));

        await one.Reader.Does(one.Reader.Officer, (door, o) => door.RecordEventAsync(
            Event(played.Referral, "AssignedToVerification", "บัววัน กลัว (สมมติ)", "th"), o));

        var unit = await one.Unit();
        (unit.Source, unit.TargetLanguage, unit.Field.Code).ShouldBe(("⟦1⟧ กลัว (สมมติ)", "lo", "note"));
    }

    [Fact]
    public async Task a_language_that_no_desk_reads_is_refused()
    {
        var one = await Registered();

        (await one.Reader.Refuses(one.Reader.CaseManager, (door, o) => door.RecordEventAsync(
            Event(one.Number, "ScreeningDone", Note, "km"), o))).Code.ShouldBe("REF-2009");
    }

    private async Task<TextCase> Registered() =>
        new(await PlayedCase.Registered(gateways), gateways.Desk("TH"));

    private static Task Happens(TextCase one, string note, string language) =>
        one.Reader.Does(one.Reader.CaseManager, (door, o) => door.RecordEventAsync(
            Event(one.Number, "ScreeningDone", note, language), o));

    private static RecordEventRequest Event(string number, string name, string note, string language) => new()
    {
        CommandId = Desk.NewCommand(), Case = number, Event = name, Note = note, NoteLanguage = language,
    };

    private static async Task<NoteView> Shown(TextCase one) =>
        (await one.Played.View()).Notes.ShouldHaveSingleItem();
}
