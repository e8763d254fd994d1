using Referral.Language;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_a_neighbour_reads_the_name
{
    [Theory]
    [InlineData("บัววัน", "ບົວວັນ")]
    [InlineData("คำผิว", "ຄຳຜິວ")]
    [InlineData("สมพร", "ສົມພອນ")]
    [InlineData("เชียง", "ຊຽງ")]
    [InlineData("ใหม่", "ໃໝ່")]
    [InlineData("เดือน", "ເດືອນ")]
    [InlineData("สวัสดิ์", "ສະຫວັດ")]
    public void thai_is_respelled_in_lao_by_sound(string thai, string lao) =>
        Rendered.Name(thai, "Thai", "lo", "reading").ShouldBe(lao);

    [Theory]
    [InlineData("ບົວວັນ", "บัววัน")]
    [InlineData("ສົມພອນ", "สมพร")]
    [InlineData("ທານີບຸລີ", "ธานีบุรี")]
    [InlineData("ສົມພອນໄຊ", "สมพรไช")]
    [InlineData("ແກ້ວ", "แก้ว")]
    [InlineData("ນ້ຳ", "น้ำ")]
    [InlineData("ສີດາ", "สีดา")]
    public void lao_is_respelled_in_thai_by_sound(string lao, string thai) =>
        Rendered.Name(lao, "Laoo", "th", "reading").ShouldBe(thai);

    [Fact]
    public void latin_letters_stand_as_they_are() =>
        Rendered.Name("Trần Văn Bình", "Latn", "lo", "as-written").ShouldBe("Trần Văn Bình");

    [Theory]
    [InlineData("王小明", "Hans", "หวาง เสี่ยวหมิง")]
    [InlineData("Đào Thị Hoa", "Latn", "ด่าวถิฮวา")]
    public void a_thai_reader_gets_the_royal_institutes_form(string name, string script, string thai) =>
        Rendered.Name(name, script, "th", "reading").ShouldBe(thai);

    [Fact]
    public void no_form_claims_to_be_reviewed()
    {
        var name = new PersonName("บัววัน", "Thai", null, null, null, null, NameOrder.Single);
        Names.Render(name, "lo").ShouldAllBe(form => !form.Reviewed && form.Scheme != "");
    }
}
