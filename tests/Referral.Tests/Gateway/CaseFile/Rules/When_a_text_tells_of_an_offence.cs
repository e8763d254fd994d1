using Referral.Gateway.CaseFile.Rules;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

public sealed class When_a_text_tells_of_an_offence
{
    [Theory]
    [InlineData("Người giả định NHẬP CẢNH TRÁI PHÉP tháng trước")]
    [InlineData("ບຸກຄົນສົມມຸດ ລັກລອບເຂົ້າເມືອງ")]
    [InlineData("บุคคลสมมติหลบหนีเข้าเมืองเมื่อปีก่อน")]
    [InlineData("虚构的人非法入境")]
    [InlineData("An invented person, accused of illegal\nentry.")]
    public void the_officer_is_warned_in_every_language(string text)
    {
        var warning = OffenceWords.In("account", text).ShouldHaveSingleItem();

        (warning.Field, warning.Offence).ShouldBe(("account", "ILLEGAL_ENTRY"));
    }

    [Fact]
    public void decomposed_marks_are_found_too() => OffenceWords
        .In("account", "nhập cảnh trái phép".Normalize(System.Text.NormalizationForm.FormD))
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("works in a factory")]
    [InlineData("overstayer is another word")]
    public void other_words_warn_of_nothing(string text) => OffenceWords.In("account", text).ShouldBeEmpty();

    [Fact]
    public void all_free_texts_of_a_folder_are_looked_through()
    {
        var folder = InventedPerson.Folder();
        folder.Facts.Account.Text = "偷渡";
        folder.OriginFamily.DescriptionForTracing.Text = "illegal immigrant";

        OffenceWords.In(folder).Select(w => w.Field).ShouldBe(["description_for_tracing", "account"]);
    }
}
