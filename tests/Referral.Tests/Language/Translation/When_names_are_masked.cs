using FsCheck.Xunit;
using Referral.Language.Translation;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Translation;

/// <summary>Persons and numbers are invented.</summary>
public sealed class When_names_are_masked
{
    private const string Text =
        "บัววัน สีสวัสดิ์ โทร 081-234-5678 บัตร 1-1037-01234-56-7 นางสาวบัววัน กลับบ้าน";
    private static readonly string[] Names = ["บัววัน", "บัววัน สีสวัสดิ์"];

    [Fact]
    public void no_name_and_no_number_is_left()
    {
        var masked = Masking.Of(Text, Names);
        masked.Count.ShouldBe(4);
        masked.Text.ShouldBe("⟦1⟧ โทร ⟦3⟧ บัตร ⟦4⟧ นางสาว⟦2⟧ กลับบ้าน");
    }

    [Fact]
    public void they_are_put_back_in_any_order() => Masking.Of(Text, Names)
        .PutBack("⟦2⟧ tel. ⟦ 3 ⟧, card ⟦4⟧: ⟦1⟧").ShouldBe(
            "บัววัน tel. 081-234-5678, card 1-1037-01234-56-7: บัววัน สีสวัสดิ์");

    [Theory]
    [InlineData("⟦1⟧ ⟦2⟧ ⟦3⟧")]
    [InlineData("⟦1⟧ ⟦2⟧ ⟦3⟧ ⟦4⟧ ⟦4⟧")]
    [InlineData("⟦1⟧ ⟦2⟧ ⟦3⟧ ⟦4⟧ ⟦5⟧")]
    [InlineData("⟦1⟧ ⟦2⟧ ⟦3⟧ ⟦four⟧")]
    [InlineData("")]
    public void a_sign_that_is_missing_doubled_or_new_makes_it_worthless(string translated) =>
        Masking.Of(Text, Names).PutBack(translated).ShouldBeNull();

    [Fact]
    public void a_latin_name_inside_a_word_is_no_name() =>
        Masking.Of("An and Ann met AN", ["An"]).Text.ShouldBe("⟦1⟧ and Ann met ⟦2⟧");

    [Theory]
    [InlineData("write to invented.person@example.org now", "write to ⟦1⟧ now")]
    [InlineData("ເບີ ໐໒໐ ໕໕໕໕", "ເບີ ⟦1⟧")]
    [InlineData("ห้อง ๑๒๓", "ห้อง ⟦1⟧")]
    [InlineData("TH1234567 2004-08-17", "⟦1⟧")]
    public void numbers_and_addresses_are_seen_without_being_told(string text, string masked) =>
        Masking.Of(text, []).Text.ShouldBe(masked);

    [Theory]
    [InlineData('ກ')]
    [InlineData('a')]
    [InlineData('1')]
    [InlineData('@')]
    [InlineData('.')]
    public void a_page_without_a_space_is_masked_as_well(char letter) =>
        Masking.Of(new string(letter, 20_000) + " โทร 0812345678", []).Text.ShouldEndWith("⟧");

    [Property(MaxTest = 300)]
    public bool what_was_taken_out_comes_back(string? text, string? name)
    {
        var plain = (text ?? "").Replace('⟦', '[').Replace('⟧', ']');
        var masked = Masking.Of(text ?? "", [name ?? ""]);
        return masked.PutBack(masked.Text) == plain;
    }

    [Fact]
    public void a_place_comes_back_as_the_reader_writes_it_and_a_name_as_it_stood()
    {
        var masked = Masking.Of("บัววัน จากขอนแก่น โทร 0812345678", ["บัววัน"], ["ขอนแก่น", "บัววัน"]);

        masked.Text.ShouldBe("⟦2⟧ จาก⟦1⟧ โทร ⟦3⟧");
        masked.PutBack("⟦2⟧ ⟦1⟧ ⟦3⟧", place => $"<{place}>").ShouldBe("บัววัน <ขอนแก่น> 0812345678");
    }

    /// <summary>Of invented names, real places, numbers and words, in any order.</summary>
    [Property(MaxTest = 300)]
    public bool names_and_places_leave_the_text_and_none_is_lost(byte[]? drawn)
    {
        string[] names = ["บัววัน", "สีสวัสดิ์", "An"];
        string[] places = ["ขอนแก่น", "ວຽງຈັນ", "昆明市", "Hà Nội"];
        string[] pieces = [.. names, .. places, "1-1037", " ", "กลับ", "an", "⟦1⟧", "และ"];
        var text = string.Concat((drawn ?? []).Select(one => pieces[one % pieces.Length]));
        var plain = text.Replace('⟦', '[').Replace('⟧', ']');

        var masked = Masking.Of(text, names, places);

        return masked.PutBack(masked.Text, place => place) == plain
            && names.Concat(places).Where(one => one[0] > 'z').All(one => !masked.Text.Contains(one))
            && masked.PutBack(masked.Text, _ => "") is { } without
            && places.Where(one => one[0] > 'z').All(one => !without.Contains(one));
    }
}
