using Referral.Language;
using Referral.Language.Cards;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Cards;

/// All persons are invented.
public sealed class When_a_name_card_is_made
{
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void the_title_is_cut_off_and_kept()
    {
        var card = NameCards.Of("นางสาวบัววัน สีดา");
        (card.AsWritten, card.Title, card.Name).ShouldBe(("นางสาวบัววัน สีดา", "นางสาว", "บัววัน สีดา"));
    }

    [Fact]
    public void each_form_says_how_it_was_made()
    {
        var card = NameCards.Of("บัววัน สีดา");
        card.Forms.Select(form => form.Key).ShouldBe(["rtgs", "lo-script", "mrz"]);
        card.Forms.ShouldAllBe(form => form.Scheme != "" && form.Version == Engine.Version
            && form.Confidence > 0 && form.Confidence < 1 && form.Origin == FormOrigin.Generated);
    }

    [Theory]
    [InlineData("ບົວວັນ ສີດາ", "bgn moh2020 th-script mrz")]
    [InlineData("王小明", "pinyin han-viet zh-thai mrz")]
    [InlineData("Trần Văn Bình", "vi-ascii vi-thai mrz")]
    public void every_script_has_its_schemes(string name, string keys) =>
        string.Join(' ', NameCards.Of(name).Forms.Select(form => form.Key).Distinct()).ShouldBe(keys);

    [Fact]
    public void the_documents_own_spelling_wins()
    {
        var card = NameCards.Of("บัววัน สีดา").Confirm("Buawan Sida", "officer", Noon)
            .WithDocument("BOUAVANH SIDA", "passport");
        card.Latin!.Text.ShouldBe("BOUAVANH SIDA");
        card.LatinForTravelDocument!.Text.ShouldBe("BOUAVANH SIDA");
    }

    [Fact]
    public void a_generated_form_is_not_for_a_travel_document()
    {
        var card = NameCards.Of("บัววัน สีดา");
        card.Latin!.Text.ShouldBe("Buawan Sida");
        card.LatinForTravelDocument.ShouldBeNull();
    }

    [Fact]
    public void a_confirmed_form_says_by_whom_and_when()
    {
        var latin = NameCards.Of("บัววัน สีดา").Confirm("Buawan Sida", "officer",
            Noon).LatinForTravelDocument!;
        (latin.Origin, latin.ConfirmedBy, latin.ConfirmedAt, latin.Key)
            .ShouldBe((FormOrigin.Confirmed, "officer", Noon, "rtgs"));
    }

    [Fact]
    public void a_spelling_of_ones_own_can_be_confirmed() =>
        NameCards.Of("บัววัน").Confirm("Boua", "officer",
            Noon).LatinForTravelDocument!.Scheme.ShouldBe("AS-CONFIRMED");

    [Fact]
    public void nobody_confirms_nothing() =>
        Should.Throw<ArgumentException>(() => NameCards.Of("บัววัน").Confirm("Bua", " ", Noon));

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("่่่")]
    public void a_text_that_is_no_name_has_a_card_without_forms(string text)
    {
        var card = NameCards.Of(text);
        card.Forms.ShouldBeEmpty();
        card.Reason.ShouldNotBe("");
        card.AsWritten.ShouldBe(text);
    }
}
