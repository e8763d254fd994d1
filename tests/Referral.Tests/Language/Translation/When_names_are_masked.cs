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

    [Property(MaxTest = 300)]
    public bool what_was_taken_out_comes_back(string? text, string? name)
    {
        var plain = (text ?? "").Replace('⟦', '[').Replace('⟧', ']');
        var masked = Masking.Of(text ?? "", [name ?? ""]);
        return masked.PutBack(masked.Text) == plain;
    }
}
