using Referral.Language;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_a_chinese_name_is_romanised
{
    [Theory]
    [InlineData("王小明", "Wang Xiaoming")]
    [InlineData("欧阳文静", "Ouyang Wenjing")]
    [InlineData("单立", "Shan Li")]
    [InlineData("曾长安", "Zeng Chang'an")]
    [InlineData("吕娜", "Lü Na")]
    [InlineData("约翰·史密斯", "Yuehan·Shimisi")]
    public void the_surname_stands_first_and_the_given_name_solid(string written, string latin) =>
        Rendered.Latin(written, "Hans").ShouldBe(latin);

    [Fact]
    public void known_parts_decide_where_the_surname_ends()
    {
        var name = new PersonName("东方红", "Hans", null, "东", null, "方红", NameOrder.FamilyGiven);
        Names.Render(name, "en")[0].Text.ShouldBe("Dong Fanghong");
    }

    [Fact]
    public void a_vietnamese_reader_gets_the_sino_vietnamese_reading() =>
        Rendered.Name("王小明", "Hans", "vi", "reading").ShouldBe("Vương Tiểu Minh");

    [Fact]
    public void an_unknown_character_leaves_no_form() => Rendered.Latin("王𰻝", "Hans").ShouldBeNull();
}

public sealed class When_a_vietnamese_name_loses_its_marks
{
    [Theory]
    [InlineData("Nguyễn Thị Đào", "Nguyen Thi Dao")]
    [InlineData("Phạm Ngọc Ưởng", "Pham Ngoc Uong")]
    [InlineData("Le\u0302 Ho\u0300a", "Le Hoa")]
    public void only_the_base_letters_stay(string written, string plain) =>
        Rendered.Name(written, "Latn", "th", "without-marks").ShouldBe(plain);

    [Fact]
    public void plain_latin_gets_no_second_form() =>
        Rendered.Name("Anna Berg", "Latn", "en", "without-marks").ShouldBeNull();
}
