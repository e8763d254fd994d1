using Referral.Language.Transcription;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Thai;

/// Each rule class of RTGS with examples of its own; words of the language or invented names.
public sealed class When_a_rule_of_rtgs_is_applied
{
    static readonly Transcriber Words = Schemes.Find("rtgs", NameKind.Word, rulesOnly: true)!;
    static readonly Transcriber Places = Schemes.Find("rtgs", NameKind.Place, rulesOnly: true)!;

    [Theory]
    [InlineData("เปล", "ple")]
    [InlineData("แก้ว", "kaeo")]
    [InlineData("ไกล", "klai")]
    [InlineData("เครื่อง", "khrueang")]
    public void a_leading_vowel_is_read_behind_the_whole_onset(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("จริง", "ching")]
    [InlineData("สร้าง", "sang")]
    [InlineData("เศร้า", "sao")]
    [InlineData("ทราย", "sai")]
    [InlineData("นิทรา", "nithra")]
    [InlineData("ทรมาน", "thoraman")]
    public void a_false_cluster_loses_its_second_letter(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("หมอน", "mon")]
    [InlineData("หรือ", "rue")]
    [InlineData("อย่า", "ya")]
    [InlineData("อยู่", "yu")]
    public void a_leading_ho_or_o_is_silent(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("ขนม", "khanom")]
    [InlineData("แสลง", "salaeng")]
    [InlineData("เสมอ", "samoe")]
    [InlineData("ฉลาด", "chalat")]
    public void an_inserted_a_is_written(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("กวน", "kuan")]
    [InlineData("ลม", "lom")]
    [InlineData("ณ", "na")]
    [InlineData("จร", "chon")]
    [InlineData("บริการ", "borikan")]
    public void an_unwritten_vowel_is_heard(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("กรรม", "kam")]
    [InlineData("บรรทุก", "banthuk")]
    [InlineData("พรรค", "phak")]
    public void ro_han_is_a_or_an(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("ศุกร์", "suk")]
    [InlineData("การ์ตูน", "katun")]
    [InlineData("พันธุ์", "phan")]
    [InlineData("ลักษมณ์", "lak")]
    [InlineData("ศาสตร์", "sat")]
    public void thanthakhat_silences(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("มิตร", "mit")]
    [InlineData("ญาติ", "yat")]
    [InlineData("เกตุ", "ket")]
    [InlineData("ภูมิ", "phum")]
    public void letters_are_silent_by_custom(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("สุขภาพ", "sukkhaphap")]
    [InlineData("สุขใจ", "sukchai")]
    [InlineData("โลกธรรม", "lokkatham")]
    [InlineData("โลกใหม่", "lokmai")]
    [InlineData("มนุษยธรรม", "manutsayatham")]
    [InlineData("คุณธรรม", "khunnatham")]
    [InlineData("วิทยา", "witthaya")]
    public void a_linking_syllable_is_heard_between_indic_words(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("อังกฤษ", "angkrit")]
    [InlineData("ฤดู", "rue-du")]
    [InlineData("พฤกษา", "phrueksa")]
    [InlineData("ฤกษ์", "roek")]
    [InlineData("ฤๅษี", "rue-si")]
    public void ru_has_three_sounds(string word, string latin) => Is(word, latin.Replace("-", ""));

    [Theory]
    [InlineData("สะอาด", "sa-at")]
    [InlineData("ละงู", "la-ngu")]
    public void a_hyphen_keeps_syllables_apart(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("ช้าๆ", "chacha")]
    [InlineData("กรุงเทพฯ", "krungthep")]
    public void signs_of_repetition_and_omission_are_understood(string word, string latin) => Is(word, latin);

    [Theory]
    [InlineData("หนองบัวแดง", "Nong Bua Daeng")]
    [InlineData("บ้านสำโรง", "Ban Samrong")]
    [InlineData("ดอนกะเพรา", "Don Kaphrao")]
    public void words_of_a_place_stand_apart(string place, string latin) =>
        Places.Of(place).Text.ShouldBe(latin);

    static void Is(string word, string latin) => Words.Of(word).Text.ShouldBe(latin);
}
