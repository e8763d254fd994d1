using System.Text;
using Referral.Language.Translation;
using Referral.Language.Translation.Files;
using Shouldly;
using Xunit;

namespace Referral.Tests.Language.Translation.Files;

public sealed class When_a_glossary_is_exchanged
{
    private const string Core = "urn:iso:std:iso:30042:ed-2";

    private static readonly Glossary Words = new(
    [
        new("victim", "protection", "a person who …",
        [
            new("en", "victim", Term.Preferred, "noun", "S"),
                new("lo", "ຜູ້ເຄາະຮ້າຍ", Term.Preferred, "noun", "D"),
            new("lo", "ເຫຍື່ອ", Term.Deprecated),
        ]),
        new("shelter", "", "", [new("th", "สถานที่พักพิง")]),
    ]);

    [Fact]
    public void what_goes_out_comes_in_again()
    {
        using var file = new MemoryStream();
        TbxFile.Write(file, Words, "invented");
        file.Position = 0;
        var back = TbxFile.Read(file).Concepts;
        back.Select(one => (one.Id, one.Subject, one.Definition))
            .ShouldBe(Words.Concepts.Select(one => (one.Id, one.Subject, one.Definition)));
        back.SelectMany(one => one.Terms).ShouldBe(Words.Concepts.SelectMany(one => one.Terms));
    }

    [Fact]
    public void the_other_style_is_read_too()
    {
        var concept = Read(Dct("<min:subjectField>law</min:subjectField>",
            "<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>")).Concepts.Single();
        (concept.Subject, concept.Terms[0].Text, concept.Terms[0].Status)
            .ShouldBe(("law", "x", Term.Preferred));
    }

    [Theory]
    [InlineData("<martif type='TBX'/>")]
    [InlineData("<tbx xmlns='urn:iso:std:iso:30042:ed-2' type='TBX-Core' style='dca' xml:lang='en'/>")]
    [InlineData("<tbx xmlns='urn:iso:std:iso:30042:ed-2' type='TBX-Basic' style='dca'/>")]
    [InlineData("no xml")]
    [InlineData("")]
    public void what_is_no_tbx_basic_is_not_admitted(string text) =>
        Should.Throw<NotAdmitted>(() => Read(text));

    [Fact]
    public void an_unknown_category_and_a_term_missing_are_not_admitted()
    {
        Should.Throw<NotAdmitted>(() => Read(Dca("<descrip type='mood'>x</descrip>", "<term>x</term>")));
        Should.Throw<NotAdmitted>(() => Read(Dca("", "<note>x</note>")));
        Read(Dca("<descrip type='definition'>x</descrip>", "<term>x</term>")).Concepts.Count.ShouldBe(1);
    }

    [Fact]
    public void a_document_type_is_never_opened()
    {
        var fault = Should.Throw<NotAdmitted>(() => Read(
            "<!DOCTYPE tbx [<!ENTITY who SYSTEM 'file:///etc/hostname'>]>" + Dca("", "<term>&who;</term>")));
        fault.Message.ShouldNotContain("hostname");
    }

    [Fact]
    public void the_refusal_quotes_nothing_of_the_file() => Should.Throw<NotAdmitted>(() =>
        Read(Dca("<descrip type='SECRETWORD'>SECRETWORD</descrip>", "<term>x</term>"))).Message
        .ShouldNotContain("SECRETWORD");

    private static Glossary Read(string text) => TbxFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Dca(string about, string section) => Whole("dca", "", about, section);

    private static string Dct(string about, string note) =>
        Whole("dct", " xmlns:min='http://www.tbxinfo.net/ns/min'", about, $"<term>x</term>{note}");

    private static string Whole(string style, string spaces, string about, string section) =>
        $"<tbx xmlns='{Core}'{spaces} type='TBX-Basic' style='{style}' xml:lang='en'><tbxHeader><fileDesc>"
        + "<sourceDesc><p>invented</p></sourceDesc></fileDesc></tbxHeader><text><body>"
        + $"<conceptEntry id='c1'>{about}<langSec xml:lang='en'><termSec>{section}</termSec></langSec>"
        + "</conceptEntry></body></text></tbx>";
}
