using System.Xml.Linq;

namespace Referral.Language.Translation.Files;

/// A translation memory as TMX 1.4b. Written at level 1 (plain text); read at level 2, with the codes of
/// inner
/// marks left out and the text between them kept. What a translation is worth stands in prop x-state.
public static class TmxFile
{
    const string Schema = "tmx14.xsd";
    const string StateProp = "x-state";
    static readonly XName Lang = XNamespace.Xml + "lang";

    /// Codes of a layout that is not ours; hi and sub hold text and are kept.
    static readonly string[] Codes = ["bpt", "ept", "ph", "it", "ut"];

    /// Refuses what is no valid TMX 1.4: NotAdmitted. A unit that names no state is a person's draft: nobody
    /// here
    /// has reviewed it.
    public static TranslationMemory Read(Stream stream)
    {
        var memory = new TranslationMemory();
        var units = CheckedXml.Read(stream, Schema).Root!.Element("body")!.Elements("tu");
        foreach (var (unit, at) in units.Select((unit, at) => (unit, at)))
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var variant in unit.Elements("tuv"))
                texts[Language(variant)] = Text(variant.Element("seg")!).Trim();
            var state = unit.Elements("prop").FirstOrDefault(one =>
                one.Attribute("type")?.Value == StateProp);
            memory.Add(new MemoryUnit(unit.Attribute("tuid")?.Value ?? $"u{at + 1}", texts,
                TranslationStates.Of(state?.Value.Trim()) ?? TranslationState.HumanDraft));
        }
        return memory;
    }

    public static void Write(Stream stream, TranslationMemory memory, string toolVersion)
    {
        var header = new XElement("header", new XAttribute("creationtool", "referral"),
            new XAttribute("creationtoolversion", toolVersion), new XAttribute("segtype", "block"),
            new XAttribute("o-tmf", "referral"), new XAttribute("adminlang", "en"),
            new XAttribute("srclang", "*all*"), new XAttribute("datatype", "plaintext"));
        var body = new XElement("body", memory.Units.Select(unit => new XElement("tu",
            new XAttribute("tuid", unit.Id),
            new XElement("prop", new XAttribute("type", StateProp), TranslationStates.CodeOf(unit.State)),
            unit.Texts.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new XElement("tuv",
                new XAttribute(Lang, one.Key), new XElement("seg", one.Value))))));
        CheckedXml.Write(stream,
            new XDocument(new XElement("tmx", new XAttribute("version", "1.4"), header, body)), Schema);
    }

    // EN, en-us and en are one language here: regions are not told apart.
    static string Language(XElement variant) =>
        variant.Attribute(Lang)!.Value.ToLowerInvariant().Split('-')[0];

    static string Text(XElement segment) => string.Concat(segment.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: var name } code when Codes.Contains(name) => "",
        XElement inner => Text(inner),
        _ => "",
    }));
}
