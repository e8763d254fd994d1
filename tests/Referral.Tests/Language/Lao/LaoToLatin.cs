using Shouldly;
using Xunit;

namespace Referral.Tests.Language;

public sealed class When_a_lao_name_is_romanised
{
    [Theory]
    [InlineData("ບົວວັນ", "Bouavan")]
    [InlineData("ສົມພອນ", "Sômphon")]
    [InlineData("ຄຳແພງ ໄຊຍະວົງ", "Khamphèng Xaignavông")]
    [InlineData("ຫຼ້າ", "La")]
    [InlineData("ໜູນ້ອຍ", "Nounoy")]
    [InlineData("ເມືອງ", "Muang")]
    [InlineData("ສຽງ", "Siang")]
    [InlineData("ແກ້ວ", "Kèo")]
    public void it_follows_bgn_pcgn_with_accents(string written, string latin) =>
        Rendered.Latin(written, "Laoo").ShouldBe(latin);

    [Theory]
    [InlineData("ນ້ຳ", "ນ້ໍາ")]
    [InlineData("ນ້ຳ", "ນໍ້າ")]
    [InlineData("ໝັ້ນ", "ຫມັ້ນ")]
    [InlineData("ໜ້າ", "ຫນ້າ")]
    [InlineData("ຫຼວງ", "ຫລວງ")]
    [InlineData("ຫ້ວຍ", "ຫວ້ຍ")]
    public void every_way_to_type_it_reads_the_same(string tidy, string typed) =>
        Rendered.Latin(typed, "Laoo").ShouldBe(Rendered.Latin(tidy, "Laoo"));
}
