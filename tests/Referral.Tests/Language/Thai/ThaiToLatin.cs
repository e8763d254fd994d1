using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_a_thai_name_is_romanised
{
    [Theory]
    [InlineData("บัววัน สีสวัสดิ์", "Buawan Sisawat")]
    [InlineData("คำผิว อินทวงศ์", "Khamphio Inthawong")]
    [InlineData("สมพร", "Somphon")]
    [InlineData("ณัฐพล", "Natthaphon")]
    [InlineData("ศิริพร ทองคำ", "Siriphon Thongkham")]
    [InlineData("เฉลิมชัย", "Chaloemchai")]
    [InlineData("วรรณิภา", "Wannipha")]
    [InlineData("นฤมล", "Naruemon")]
    public void it_follows_rtgs_word_by_word(string written, string latin) =>
        Rendered.Latin(written, "Thai").ShouldBe(latin);

    [Theory]
    [InlineData("ถนอม", "Thanom")]
    [InlineData("ตลับ", "Talap")]
    [InlineData("เสนีย์", "Seni")]
    [InlineData("ทรายทอง", "Saithong")]
    [InlineData("สร้อย", "Soi")]
    [InlineData("หญิง", "Ying")]
    [InlineData("สวน", "Suan")]
    [InlineData("พันธุ์", "Phan")]
    [InlineData("บุตร", "But")]
    [InlineData("รัชนี", "Ratchani")]
    [InlineData("สอาด", "Sa-at")]
    public void each_rule_of_reading_holds(string written, string latin) =>
        Rendered.Latin(written, "Thai").ShouldBe(latin);

    [Theory]
    [InlineData("น้ำ", "น้ํา")]
    [InlineData("น้ำ", "นํ้า")]
    [InlineData("แก้ว", "เเก้ว")]
    [InlineData("ปั้น", "ป้ัน")]
    [InlineData("คำ", "คํา")]
    [InlineData("คำ", "ค\u200Bำ")]
    public void every_way_to_type_it_reads_the_same(string tidy, string typed) =>
        Rendered.Latin(typed, "Thai").ShouldBe(Rendered.Latin(tidy, "Thai"));

    [Fact]
    public void what_cannot_be_read_has_no_form() => Rendered.Latin("์์", "Thai").ShouldBeNull();
}
