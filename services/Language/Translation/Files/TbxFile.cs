using System.Xml.Linq;

namespace Referral.Language.Translation.Files;

/// A glossary as TBX-Basic. Written in style dca; read in dca and dct. An older martif is not admitted.
public static class TbxFile
{
    const string Schema = "tbx-basic.xsd";
    static readonly XNamespace Core = "urn:iso:std:iso:30042:ed-2";

    /// The namespaces of the public dialect's modules, whose elements dct uses in the place of types.
    static readonly XNamespace[] Modules =
        ["http://www.tbxinfo.net/ns/min", "http://www.tbxinfo.net/ns/basic"];

    /// Refuses what is no valid TBX-Basic: NotAdmitted.
    public static Glossary Read(Stream stream)
    {
        var document = CheckedXml.Read(stream, Schema);
        return new Glossary([.. document.Descendants(Core + "conceptEntry").Select((entry, at) => new Concept(
            entry.Attribute("id")?.Value ?? $"c{at + 1}", Said(entry, "subjectField"),
            Said(entry, "definition"), [.. entry.Elements(Core + "langSec").SelectMany(Terms)]))]);
    }

    /// source: who made it, for its header.
    public static void Write(Stream stream, Glossary glossary, string source)
    {
        var body = new XElement(Core + "body", glossary.Concepts.Select(Entry));
        var header = new XElement(Core + "tbxHeader", new XElement(Core + "fileDesc",
            new XElement(Core + "sourceDesc", new XElement(Core + "p", source))));
        var root = new XElement(Core + "tbx", new XAttribute("type", "TBX-Basic"),
            new XAttribute("style", "dca"),
            new XAttribute(XNamespace.Xml + "lang", "en"), header, new XElement(Core + "text", body));
        CheckedXml.Write(stream, new XDocument(root), Schema);
    }

    static IEnumerable<Term> Terms(XElement section) =>
        section.Elements(Core + "termSec").Select(term => new Term(
        section.Attribute(XNamespace.Xml + "lang")!.Value, term.Element(Core + "term")!.Value.Trim(),
        Said(term, "administrativeStatus"), Said(term, "partOfSpeech"),
        term.Element(Core + "note")?.Value.Trim() ?? ""));

    // <termNote type="partOfSpeech">noun</termNote>, or <min:partOfSpeech>noun</min:partOfSpeech>.
    static string Said(XElement at, string kind) => (at.Elements()
        .Concat(at.Elements(Core + "descripGrp").Elements()).Concat(
            at.Elements(Core + "termNoteGrp").Elements())
        .FirstOrDefault(one => one.Attribute("type")?.Value == kind && one.Name.Namespace == Core
            || Modules.Contains(one.Name.Namespace) && one.Name.LocalName == kind)?.Value ?? "").Trim();

    static XElement Entry(Concept concept) => new(Core + "conceptEntry", new XAttribute("id", concept.Id),
        Typed("descrip", "subjectField", concept.Subject), Typed("descrip", "definition", concept.Definition),
        concept.Terms.GroupBy(term => term.Language).Select(section => new XElement(Core + "langSec",
            new XAttribute(XNamespace.Xml + "lang", section.Key), section.Select(Section))));

    static XElement Section(Term term) => new(Core + "termSec", new XElement(Core + "term", term.Text),
        Typed("termNote", "administrativeStatus", term.Status),
            Typed("termNote", "partOfSpeech", term.PartOfSpeech),
        term.Note.Length == 0 ? null : new XElement(Core + "note", term.Note));

    static XElement? Typed(string element, string type, string value) => value.Length == 0
        ? null : new XElement(Core + element, new XAttribute("type", type), value);
}
