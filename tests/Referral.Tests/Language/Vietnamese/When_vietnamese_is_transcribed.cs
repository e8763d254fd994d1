using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Vietnamese;

public sealed class When_vietnamese_is_transcribed
{
    [Theory]
    [InlineData("Hòa", "Hoa")]
    [InlineData("Đỗ Ngọc Ước", "Do Ngoc Uoc")]
    [InlineData("e\u0302\u0301", "e")]
    public void marks_fall_off(string text, string ascii) => Is("vi-ascii", text, ascii);

    [Theory]
    [InlineData("ba", "บา")]
    [InlineData("bà", "บ่า")]
    [InlineData("bá", "บ๊า")]
    [InlineData("mã", "หมา")]
    [InlineData("khoai", "ควาย")]
    [InlineData("xông", "ซง")]
    [InlineData("giá", "ซ้า")]
    public void tones_and_letters_follow_the_royal_institute(string word, string thai) =>
        Is("vi-thai", word, thai);

    [Fact]
    public void what_is_no_syllable_of_the_language_has_no_form() =>
        Schemes.Find("vi-thai", NameKind.Word)!.Of("Schwarz").IsMade.ShouldBeFalse();

    static void Is(string scheme, string text, string expected) =>
        Schemes.Find(scheme, NameKind.Word)!.Of(text).Text.ShouldBe(expected);
}
