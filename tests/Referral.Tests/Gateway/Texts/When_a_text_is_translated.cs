using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using AccessClient = Referral.Contracts.Desk.Access.AccessClient;

namespace Referral.Tests.Gateway.Texts;

/// <summary>From an arrived text to a reviewed translation. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_text_is_translated(RunningGateways gateways)
{
    private const string Field = "description_for_tracing";

    [Fact]
    public async Task the_desk_sees_what_it_is_worth_at_each_step_and_the_original_beside_it()
    {
        var one = await TextCase.Arrived(gateways);
        (await one.Shown(Field)).Untranslated.ShouldBeTrue();
        var unit = await one.Unit();
        (unit.State.Code, unit.SourceLanguage, unit.TargetLanguage, unit.Field.Code, unit.Revision)
            .ShouldBe(("UNTRANSLATED", "th", "lo", Field, 1u));

        var drafted = await one.Draft(unit, "⟦2⟧ ຢູ່ກັບ ⟦1⟧ ໃກ້ວັດ ໂທ ⟦3⟧");

        var shown = await one.Shown(Field);
        shown.Original.ShouldBe(TextCase.Source);
        shown.Untranslated.ShouldBeFalse();
        var draft = shown.Renderings.ShouldHaveSingleItem();
        (draft.Text, draft.Kind, draft.TranslationState, draft.Reviewed).ShouldBe(
            ("บัววัน ຢູ່ກັບ แม่สมมติ ໃກ້ວັດ ໂທ 030 555 0123",
                "translation", "HUMAN_DRAFT", false));
        draft.Scheme.ShouldBe("ຮ່າງຂອງຜູ້ແປ, ຍັງບໍ່ໄດ້ກວດ");

        (await one.Review(drafted)).State.Code.ShouldBe("REVIEWED");

        var reviewed = (await one.Shown(Field)).Renderings.ShouldHaveSingleItem();
        (reviewed.Text, reviewed.TranslationState, reviewed.Reviewed)
            .ShouldBe((draft.Text, "REVIEWED", true));
        (await one.Units()).ShouldBeEmpty();
        (await one.Shown(Field, "vi")).Untranslated.ShouldBeTrue();
    }

    [Fact]
    public async Task neither_name_nor_number_nor_case_reaches_the_translator()
    {
        var one = await TextCase.Arrived(gateways);
        var unit = await one.Unit();

        unit.Source.ShouldBe("⟦2⟧อยู่กับ⟦1⟧ ใกล้วัด โทร ⟦3⟧ (สมมติ)");
        unit.ToString().ShouldNotContain(one.Played.Referral);
        var local = (await one.Reader.Does(one.Reader.Officer,
            (door, o) => door.GetCaseAsync(new() { Case = one.Played.Referral }, o))).Case;
        foreach (var seat in new[] { one.Reader.Translator, one.Reader.Reviewer })
        {
            var tray = await one.Reader.Does(
                seat, (door, o) => door.ListTrayAsync(new() { PageSize = 200 }, o));
            var task = tray.Tasks.Single(t => $"texts/{t.TaskId}" == unit.Name);
            (task.Task.Code, task.Case, task.CaseName, task.Referral, task.LetterId)
                .ShouldBe(("TRANSLATE", "", "", "", ""));
            tray.ToString().ShouldNotContain(local);
            (await one.Reader.Refuses(
                seat, (door, o) => door.GetCaseAsync(new() { Case = local }, o))).Code.ShouldBe("REF-2002");
        }
    }

    [Fact]
    public async Task places_are_masked_and_come_back_written_for_the_reader()
    {
        var one = await TextCase.Arrived(
            gateways, "บัววันจากบ้านตัวอย่าง ทำงานที่จังหวัดอุดรธานี อำเภอเพ็ญ (สมมติ)");
        var unit = await one.Unit();
        unit.Source.ShouldBe("⟦3⟧จาก⟦1⟧ ทำงานที่จังหวัด⟦2⟧ อำเภอ⟦4⟧ (สมมติ)");

        await one.Draft(unit, "⟦3⟧ ຈາກ ⟦1⟧ ແຂວງ ⟦2⟧ ເມືອງ ⟦4⟧ (ສົມມຸດ)");

        var shown = (await one.Shown(Field)).Renderings.ShouldHaveSingleItem();
        shown.Text.ShouldBe("บัววัน ຈາກ ບ້ານ ຕົວຍ່າງ ແຂວງ ອຸດອນທານີ ເມືອງ ເພັນ (ສົມມຸດ)");
    }

    [Fact]
    public async Task whoever_translated_does_not_review_with_a_second_role_either()
    {
        var one = await TextCase.Arrived(gateways);
        var both = new Seat("invented.both", "LA-TRANS", "TR", "RV");
        var drafted = await one.Draft(await one.Unit(), "⟦1⟧ ⟦2⟧ ⟦3⟧", both);

        (await one.Reader.Refuses(() => one.Review(drafted, both))).Code.ShouldBe("REF-2704");
        (await one.Reader.Refuses(() => one.Review(drafted, both with { Account = "Invented.Both" })))
            .Code.ShouldBe("REF-2704");
        (await one.Reader.Refuses(() => one.Review(drafted, one.Reader.Translator)))
            .Code.ShouldBe("REF-2002");
        (await one.Reader.Refuses(() => one.Draft(drafted, "⟦1⟧ ⟦2⟧ ⟦3⟧", one.Reader.Reviewer)))
            .Code.ShouldBe("REF-2002");
        (await one.Review(drafted)).State.Code.ShouldBe("REVIEWED");
    }

    [Theory]
    [InlineData("⟦1⟧ ⟦2⟧", "REF-2703")]
    [InlineData("⟦1⟧ ⟦2⟧ ⟦2⟧", "REF-2703")]
    [InlineData("⟦1⟧ ⟦2⟧ ⟦3⟧ ⟦4⟧", "REF-2703")]
    [InlineData("  ", "REF-2009")]
    [InlineData("⟦1⟧ ⟦2⟧ ⟦3⟧ \u0007", "REF-2009")]
    public async Task a_draft_that_loses_or_makes_up_a_person_is_refused(string draft, string code)
    {
        var one = await TextCase.Arrived(gateways);
        var unit = await one.Unit();

        (await one.Reader.Refuses(() => one.Draft(unit, draft))).Code.ShouldBe(code);

        (await one.Unit()).ShouldBe(unit);
    }

    [Fact]
    public async Task a_review_of_another_draft_than_the_one_read_is_refused()
    {
        var one = await TextCase.Arrived(gateways);
        var first = await one.Draft(await one.Unit(), "⟦1⟧ ⟦2⟧ ⟦3⟧");
        var second = await one.Draft(first, "⟦2⟧ ⟦1⟧ ⟦3⟧");

        var no = await one.Reader.Refuses(() => one.Review(first));

        (no.Code, no.Values["value"]).ShouldBe(("REF-2702", "3"));
        (await one.Reader.Refuses(() => one.Review(new() { Name = second.Name, Revision = 9 })))
            .Code.ShouldBe("REF-2702");
        (await one.Review(second)).Revision.ShouldBe(4u);
    }

    [Fact]
    public async Task a_draft_after_the_review_needs_another_review()
    {
        var one = await TextCase.Arrived(gateways);
        var reviewed = await one.Review(await one.Draft(await one.Unit(), "⟦1⟧ ⟦2⟧ ⟦3⟧"));

        var again = await one.Draft(reviewed, "⟦3⟧ ⟦2⟧ ⟦1⟧");

        again.State.Code.ShouldBe("HUMAN_DRAFT");
        (await one.Shown(Field)).Renderings.Single().Reviewed.ShouldBeFalse();
        (await one.Units()).ShouldHaveSingleItem().Name.ShouldBe(reviewed.Name);
    }

    [Fact]
    public async Task another_post_finds_no_such_text_and_the_database_no_word_of_it()
    {
        var one = await TextCase.Arrived(gateways);
        var unit = await one.Unit();
        await one.Draft(unit, "INVENTED-DRAFT ⟦1⟧ ⟦2⟧ ⟦3⟧");
        var elsewhere = one.Reader.Translator with { Post = "LA-HOME" };

        (await one.Reader.Refuses(() => one.Get(unit.Name, elsewhere))).Code.ShouldBe("REF-2701");
        (await one.Reader.Refuses(() => one.Get("texts/none"))).Code.ShouldBe("REF-2701");
        (await one.Reader.Refuses(() => one.Draft(unit, "⟦1⟧ ⟦2⟧ ⟦3⟧", elsewhere))).Code.ShouldBe("REF-2701");
        (await one.List(elsewhere)).ShouldNotContain(text => text.Name == unit.Name);
        var parts = await gateways.Rows("LA", db => db.Sections.Where(s => s.Name == "texts")
            .Select(s => s.Sealed).ToListAsync());
        parts.ShouldNotBeEmpty();
        parts.ShouldAllBe(box => !System.Text.Encoding.UTF8.GetString(box).Contains("INVENTED-DRAFT"));
    }

    [Fact]
    public async Task an_excluded_post_loses_it_to_the_home_desk()
    {
        var one = await TextCase.Arrived(gateways);
        var unit = await one.Unit();
        var access = new AccessClient(one.Reader.Channel);

        await access.ExcludePostAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = one.Number, Post = "LA-TRANS",
            Reason = "an invented conflict of interest",
        }, one.Reader.As(one.Reader.Supervisor));

        (await one.Reader.Refuses(() => one.Get(unit.Name))).Code.ShouldBe("REF-2701");
        (await one.Get(unit.Name, one.Reader.Translator with { Post = "LA-HOME" })).Source
            .ShouldBe(unit.Source);
    }
}
