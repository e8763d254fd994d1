using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rendering;

public sealed class When_a_field_is_shown
{
    [Fact]
    public void codes_are_labels_of_both_languages_with_mark_and_codes()
    {
        var acts = Received("acts");

        acts.Original.ShouldBe("เป็นธุระจัดหา, พามาจากหรือส่งไปยังที่ใด");
        acts.OriginalLanguage.ShouldBe("th");
        acts.Label.Code.ShouldBe("acts");
        acts.Label.Language.ShouldBe("lo");
        var own = acts.Renderings.ShouldHaveSingleItem();
        (own.Text, own.Kind, own.Script).ShouldBe(("ການຊອກຫາ, ການຂົນສົ່ງ", "vocabulary", "Laoo"));
        (own.Source, own.Reviewed).ShouldBe(("act: RECRUIT, TRANSPORT", false));
    }

    [Fact]
    public void a_chinese_reader_gets_her_own_comma() =>
        Received("acts", "zh").Renderings[0].Text.ShouldBe("招募、运送");

    [Fact]
    public void a_name_stands_as_written_and_in_the_readers_script_first()
    {
        var name = Received("name_native");

        name.Original.ShouldBe("นางสาวบัววัน สีสวัสดิ์");
        name.Renderings.Select(r => r.Script).ShouldBe(["Laoo", "Latn"]);
        name.Renderings.ShouldAllBe(r => !r.Reviewed && r.Scheme.Length > 0);
    }

    [Fact]
    public void a_date_stands_as_on_paper_and_in_the_readers_calendar()
    {
        var birth = Received("birth_date");

        birth.Original.ShouldBe("17 สิงหาคม 2547");
        birth.Renderings.ShouldHaveSingleItem().Text.ShouldContain("2004");
        Received("birth_basis").Renderings[0].Source.ShouldBe("basis: declared");
    }

    [Fact]
    public void a_thai_reader_gets_the_buddhist_year() =>
        Received("identification_date", "th").Renderings[0].Text.ShouldContain("2568");

    [Fact]
    public void a_place_is_given_in_its_own_language_before_any_made_form()
    {
        var place = Received("place_origin");

        place.Original.ShouldBe("บ้านตัวอย่าง");
        (place.Renderings[0].Text, place.Renderings[0].Kind, place.Renderings[0].Script)
            .ShouldBe(("ບ້ານຕົວຢ່າງ", "as_written", "Laoo"));
    }

    [Fact]
    public void a_made_form_says_how_sure_it_is_and_which_engine_made_it()
    {
        var name = Received("name_native");
        name.Renderings.ShouldAllBe(form => form.Confidence > 0 && form.Confidence < 1
            && form.EngineVersion == Referral.Language.Engine.Version && !form.Reviewed);

        // What somebody wrote was made by no engine.
        var written = Received("place_origin").Renderings[0];
        (written.Confidence, written.EngineVersion).ShouldBe((0, ""));
    }

    [Fact]
    public void free_text_is_shown_as_it_is_and_called_untranslated()
    {
        var text = Received("description_for_tracing");

        (text.Untranslated, text.Renderings.Count).ShouldBe((true, 0));
        Received("description_for_tracing", "th").Untranslated.ShouldBeFalse();
    }

    [Fact]
    public void a_variant_in_the_readers_own_script_is_left_as_it_is() =>
        FieldViews.Of(InventedPerson.Folder(), "th", "lo").Single(v => v.Key == "name_variants")
            .Renderings[0].Text.ShouldStartWith("ບົວວັນ ສີສະຫວັດ");

    [Fact]
    public void a_relative_is_one_line_with_the_relation()
    {
        Received("relatives").Original.ShouldContain("แม่สมมติ (");
        Received("relatives").Original.ShouldContain("000-INVENTED");
    }

    [Fact]
    public void flags_and_languages_are_words() =>
        (Received("criminal_case_exists").Renderings[0].Text, Received("languages").Renderings[0].Source)
            .ShouldBe(("ແມ່ນ", "language: lao"));

    [Fact]
    public void the_answer_on_nationality_names_the_fields_wanted()
    {
        var letter = new Letter
        {
            NationalityVerificationResult = new() { Result = "MORE_DATA", DataWanted = { "place_origin" } },
        };

        FieldViews.Of([letter], "lo", "en").ShouldHaveSingleItem().Renderings[0].Source
            .ShouldBe("verification_result: MORE_DATA, place_origin");
    }

    [Fact]
    public void the_own_folder_shows_all_of_its_fields_in_the_order_of_the_form()
    {
        var views = FieldViews.Of(InventedPerson.Folder(), "th", "en");

        views.Select(v => v.Number).ShouldBeInOrder();
        views.Select(v => v.Key).ShouldContain("shelter_name_address");
        views.Select(v => v.Key).ShouldNotContain("parents");
        views.ShouldAllBe(v => v.Original.Length > 0 && v.Label.Text.Length > 0 && v.DataClass.Length > 0);
    }

    [Fact]
    public void every_reader_gets_a_view_of_every_field()
    {
        foreach (var reader in new[] { "lo", "th", "zh", "vi", "en" })
            Views(reader).Count.ShouldBe(Views("lo").Count);
    }

    private static FieldView Received(string key, string reader = "lo") =>
        Views(reader).Single(v => v.Key == key);

    private static IReadOnlyList<FieldView> Views(string reader) => FieldViews.Of(
        new[] { "M01", "M05" }.Select(k =>
            LetterBodies.Make(k, InventedPerson.Folder(), null, []).Outcome.Letter),
        "th", reader);
}
