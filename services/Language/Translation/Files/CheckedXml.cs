using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Referral.Language.Translation.Files;

/// A file that is not what it says it is: line and reason, never its content.
public sealed class NotAdmitted(int line, string reason) : Exception($"Line {line}: {reason}")
{
    public int Line => line;
}

/// XML from others: no document type, no outside entity, a bounded size, and valid by its schema.
static class CheckedXml
{
    /// 64 million characters: a national glossary is far below.
    const long CharactersMax = 64L * 1024 * 1024;

    const int NameMax = 20;

    const string Folder = "Translation/Files/";

    /// Refuses with NotAdmitted.
    public static XDocument Read(Stream stream, string schema)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = CharactersMax,
            MaxCharactersFromEntities = 0,
        };
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            Check(document, schema);
            return document;
        }
        catch (XmlException fault)
        {
            throw new NotAdmitted(fault.LineNumber, "not well-formed, or with a document type");
        }
    }

    public static void Write(Stream stream, XDocument document, string schema)
    {
        Check(document, schema);
        using var writer = XmlWriter.Create(stream, new() { Encoding = new System.Text.UTF8Encoding(false) });
        document.Save(writer);
    }

    static void Check(XDocument document, string schema)
    {
        var schemas = Schemas(schema);
        schemas.Compile();
        // A root that the schema does not know would be let pass whole.
        var root = document.Root!.Name;
        if (!schemas.GlobalElements.Contains(new XmlQualifiedName(root.LocalName, root.NamespaceName)))
            throw new NotAdmitted(1, "another kind of file");
        document.Validate(schemas, (at, mistake) =>
            throw new NotAdmitted(mistake.Exception.LineNumber, Reason(at)));
    }

    // The validator's own words may quote a text of the file.
    static string Reason(object? at) => at switch
    {
        XElement element => $"not valid in {Known(element)}",
        XAttribute { Parent: { } parent } => $"not valid in an attribute of {Known(parent)}",
        _ => "not valid",
    };

    // An element's name is the file's as well where the schema does not know it.
    static string Known(XElement element) =>
        element.AncestorsAndSelf().All(one => one.Name.LocalName.Length <= NameMax)
            ? element.Name.LocalName : "an element";

    static XmlSchemaSet Schemas(string name)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in new[] { "xml-lang.xsd", name })
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + file)
                ?? throw new InvalidOperationException($"The schema {file} is not built in.");
            using var reader = XmlReader.Create(stream);
            set.Add(null, reader);
        }
        return set;
    }
}
