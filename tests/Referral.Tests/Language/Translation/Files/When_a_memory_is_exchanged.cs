using System.Text;
using Referral.Language.Translation;
using Referral.Language.Translation.Files;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Translation.Files;

public sealed class When_a_memory_is_exchanged
{
    [Fact]
    public void what_goes_out_comes_in_again()
    {
        var memory = new TranslationMemory();
        memory.Add(new("u1", new Dictionary<string,
            string> { ["th"] = "⟦1⟧ ปลอดภัย & <ดี>", ["lo"] = "ປອດໄພ" },
            TranslationState.Reviewed));
        using var file = new MemoryStream();
        TmxFile.Write(file, memory, "1");
        file.Position = 0;
        TmxFile.Read(file).Find("⟦1⟧ ปลอดภัย & <ดี>", "th", "lo")
            .ShouldBe(("ປອດໄພ", TranslationState.Reviewed));
    }

    [Fact]
    public void inner_codes_are_left_out_and_their_text_is_kept()
    {
        var memory = Read(Whole("<tu><tuv xml:lang='EN-us'><seg>She <bpt i='1'>&lt;b&gt;</bpt>is"
            + "<ept i='1'>&lt;/b&gt;</ept> <hi>safe</hi><ph x='1'/>.</seg></tuv>"
            + "<tuv xml:lang='lo'><seg>ປອດໄພ</seg></tuv></tu>"));
        memory.Find("She is safe.", "en", "lo").ShouldBe(("ປອດໄພ", TranslationState.HumanDraft));
    }

    [Theory]
    [InlineData("<tu><tuv><seg>no language</seg></tuv></tu>")]
    [InlineData("<tu><tuv xml:lang='en'/></tu>")]
    [InlineData("<tu/>")]
    [InlineData("<tu><tuv xml:lang='en'><seg>x</seg><note>too late</note></tuv></tu>")]
    [InlineData("<tu><tuv xml:lang='en'><seg><bpt>no number</bpt></seg></tuv></tu>")]
    [InlineData("<tu segtype='chapter'><tuv xml:lang='en'><seg>x</seg></tuv></tu>")]
    public void what_the_standard_does_not_allow_is_not_admitted(string unit) =>
        Should.Throw<NotAdmitted>(() => Read(Whole(unit)));

    [Fact]
    public void another_version_and_a_missing_header_field_are_not_admitted()
    {
        Should.Throw<NotAdmitted>(() => Read(Whole("").Replace("version='1.4'", "version='2.0'")));
        Should.Throw<NotAdmitted>(() => Read(Whole("").Replace("o-tmf='x'", "")));
        Read(Whole("")).Units.ShouldBeEmpty();
    }

    [Fact]
    public void a_document_type_is_never_opened() => Should.Throw<NotAdmitted>(() =>
        Read("<!DOCTYPE tmx SYSTEM 'http://example.org/tmx14.dtd'>" + Whole("")));

    private static TranslationMemory Read(string text) =>
        TmxFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Whole(string units) =>
        "<tmx version='1.4'><header creationtool='x' creationtoolversion='1' segtype='sentence' o-tmf='x' "
        + $"adminlang='en' srclang='*all*' datatype='plaintext'/><body>{units}</body></tmx>";
}
