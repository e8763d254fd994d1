using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Lao;

public sealed class When_a_rule_of_lao_is_applied
{
    [Theory]
    [InlineData("ແຊງ", "xèng", "xeng")]
    [InlineData("ຍາວ", "gnao", "nyao")]
    [InlineData("ແພ", "phè", "pheh")]
    [InlineData("ຫໍ", "ho", "hoh")]
    [InlineData("ເມືອງ", "muang", "muang")]
    [InlineData("ຂວາ", "khoa", "khoa")]
    public void bgn_and_the_ministry_differ_only_where_they_say_so(string word, string bgn, string ministry)
    {
        Of("bgn", word).ShouldBe(bgn);
        Of("moh2020", word).ShouldBe(ministry);
    }

    [Fact]
    public void the_sign_of_repetition_says_the_syllable_again() => Of("bgn", "ໄວໆ").ShouldBe("vai-vai");

    [Fact]
    public void a_cancelled_letter_is_silent() => Of("bgn", "ວັນ໌").ShouldNotBe("vann");

    [Theory]
    [InlineData("ແກ້ວ", "แก้ว")]
    [InlineData("ວຽງ", "เวียง")]
    [InlineData("ສົມ", "สม")]
    public void a_thai_reader_gets_parallel_letters(string word, string thai) =>
        Of("th-script", word).ShouldBe(thai);

    static string Of(string scheme, string word) => Schemes.Find(scheme, NameKind.Word)!.Of(word).Text;
}
