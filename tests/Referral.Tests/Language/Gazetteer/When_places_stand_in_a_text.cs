using FsCheck.Xunit;
using Referral.Language;
using Referral.Language.Gazetteer;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Gazetteer;

public sealed class When_places_stand_in_a_text
{
    [Theory]
    [InlineData("เธอทำงานที่อุดรธานีสองปี", "อุดรธานี")]
    [InlineData("อยู่อำเภอเพ็ญ", "เพ็ญ")]
    [InlineData("ลูกน้องชื่อเพ็ญ กลับเลย", "")]
    [InlineData("ນາງມາຈາກເມືອງ ຈັນທະບູລີ", "ຈັນທະບູລີ")]
    [InlineData("她从昆明市来", "昆明市")]
    [InlineData("Cô ấy từ xã Cốc Ly đến", "xã Cốc Ly")]
    [InlineData("", "")]
    public void those_of_the_lists_are_found(string text, string found) =>
        string.Join('|', PlacesInText.Of(text)).ShouldBe(found);

    [Property(MaxTest = 300)]
    public bool whatever_is_found_stands_there(string? text) =>
        PlacesInText.Of(text ?? "").All(place => (text ?? "").Contains(place, StringComparison.Ordinal));

    [Theory]
    [InlineData("บ้านตัวอย่าง", "lo", "ບ້ານ ຕົວຍ່າງ")]
    [InlineData("บ้านตัวอย่าง", "th", "บ้านตัวอย่าง")]
    [InlineData("อุดรธานี", "en", "Udon Thani")]
    [InlineData("?", "lo", "?")]
    public void each_is_written_for_the_reader_where_it_can_be(string place, string reader, string written) =>
        Places.For(place, reader).ShouldBe(written);

    [Theory]
    [InlineData("ບ້ານ ໂພນ, ເມືອງແປກ", "ໂພນ|ແປກ")]
    [InlineData("ບ້ານ ໂພນ ເມືອງແປກ", "ໂພນ|ແປກ")]
    [InlineData("xã Cốc Ly, huyện Bắc Hà", "Cốc Ly|Bắc Hà")]
    [InlineData("昆明市", "昆明")]
    [InlineData("ບ້ານ", "")]
    public void a_place_has_names_without_the_words_for_their_kind(string place, string names) =>
        string.Join('|', Places.NamesIn(place)).ShouldBe(names);
}
