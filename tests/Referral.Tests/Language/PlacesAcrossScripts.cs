using Referral.Language;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_a_place_is_rendered
{
    [Theory]
    [InlineData("บ้านหนองทราย อำเภอเมือง", "Thai", "Ban Nong Sai Amphoe Mueang")]
    [InlineData("ບ້ານໂພນຄຳ ເມືອງໃໝ່", "Laoo", "Ban Phônkham Muang Mai")]
    [InlineData("云南省", "Hans", "Yunnan Sheng")]
    [InlineData("云南省昆明市", "Hans", "Yunnan Sheng Kunming Shi")]
    [InlineData("西安市", "Hans", "Xi'an Shi")]
    public void the_latin_form_keeps_the_kind_apart(string written, string script, string latin) =>
        Rendered.Place(written, script, "en", "romanisation").ShouldBe(latin);

    [Fact]
    public void the_kind_is_said_in_the_readers_words()
    {
        Rendered.Place("จังหวัดน่าน", "Thai", "lo", "reading").ShouldBe("ແຂວງ ນ່ານ");
        Rendered.Place("ບ້ານນາ", "Laoo", "th", "reading").ShouldBe("บ้าน นา");
        Rendered.Place("xã Hòa Bình", "Latn", "th", "reading").ShouldBe("ตำบล หว่าบิ่ญ");
    }

    [Fact]
    public void nothing_comes_of_nothing() => Places.Render("  ", "Thai", "lo").ShouldBeEmpty();

    [Theory]
    [InlineData("บัว", "Thai")]
    [InlineData("ບົວ", "Laoo")]
    [InlineData("云南", "Hans")]
    [InlineData("Đào", "Latn")]
    [InlineData("12/3", "Zyyy")]
    public void the_script_is_told_by_its_letters(string text, string script) =>
        Scripts.Of(text).ShouldBe(script);
}
