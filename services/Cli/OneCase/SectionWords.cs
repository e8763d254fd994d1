using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Referral.Cli.SignIn;
using Referral.Contracts.Desk;

namespace Referral.Cli.OneCase;

/// <summary>One edit: a section, and the fields of it that are written. The others stay.</summary>
internal sealed record SectionEdit(Section Section, FieldMask Mask)
{
    public string Name => Section.Descriptor.FindFieldByNumber((int)Section.ContentCase).Name;
}

/// <summary>
/// Reads SECTION.FIELD=VALUE and JSON into an edit, by the contracts' own descriptors. Refuses: REF-3207.
/// </summary>
internal static class SectionWords
{
    /// <param name="pairs">Of one section. A list is written by commas or as JSON, a part as JSON.</param>
    public static Told<SectionEdit> OfPairs(IReadOnlyList<string> pairs)
    {
        var tree = new JsonObject();
        var paths = new List<string>();
        foreach (var pair in pairs)
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            var path = (cut < 0 ? pair : pair[..cut]).Split('.');
            if (cut < 0 || path.Length < 2) return No(pair, "SECTION.FIELD=VALUE");
            if (tree.Count > 0 && !tree.ContainsKey(path[0])) return No(path[0], "one section at a time");
            if (Put(tree, Section.Descriptor, path, pair[(cut + 1)..]) is { } no) return no;
            paths.Add(string.Join('.', path[1..]));
        }

        return Read(tree, paths);
    }

    /// <param name="json">A section as REST has it: {"person": {"sex": "F"}}.</param>
    /// <param name="mask">Fields to write; empty for those that stand in it.</param>
    public static Told<SectionEdit> OfJson(string json, IReadOnlyList<string> mask)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject { Count: 1 } tree
                || tree.Single().Value is not JsonObject content)
                return No("JSON", "one section at a time");
            var section = Section.Descriptor.Fields.InDeclarationOrder()
                .FirstOrDefault(field => Named(field, tree.Single().Key));
            if (section is null) return No(tree.Single().Key, "no such section");
            return Read(tree, mask.Count > 0 ? mask : [.. content.Select(one => section.MessageType.Fields
                .InDeclarationOrder().FirstOrDefault(field => Named(field, one.Key))?.Name ?? one.Key)]);
        }
        catch (JsonException)
        {
            return No("JSON", "not JSON");
        }
    }

    private static Told<SectionEdit> Read(JsonObject tree, IReadOnlyList<string> paths)
    {
        try
        {
            var section = JsonParser.Default.Parse<Section>(tree.ToJsonString());
            var edit = new SectionEdit(section, new FieldMask { Paths = { paths } });
            return edit;
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            // The text of the fault may quote what was written; the names of the fields do not.
            return No(string.Join(' ', paths), "value");
        }
    }

    private static Refused? Put(JsonObject into, MessageDescriptor of, string[] path, string text)
    {
        for (var at = 0; ; at++)
        {
            var field = of.FindFieldByName(path[at]);
            if (field is null) return No(string.Join('.', path), path[at]);
            if (at == path.Length - 1)
            {
                into[field.Name] = Value(field, text);
                return null;
            }

            if (field.FieldType != FieldType.Message || field.IsRepeated)
                return No(string.Join('.', path), "JSON");
            if (into[field.Name] is not JsonObject inner) into[field.Name] = inner = [];
            (into, of) = (inner, field.MessageType);
        }
    }

    // Nothing empties the field; what is JSON is taken as it is; else the word itself.
    private static JsonNode? Value(FieldDescriptor field, string text)
    {
        if (text.Length == 0) return null;
        if (text[0] is '[' or '{' && (field.IsRepeated || field.FieldType == FieldType.Message))
            return Json(text);
        if (field.IsRepeated)
            return new JsonArray([.. text.Split(',').Select(one => Word(field, one.Trim()))]);
        return Word(field, text);
    }

    private static JsonNode? Word(FieldDescriptor field, string text) => field.FieldType switch
    {
        FieldType.Bool when bool.TryParse(text, out var yes) => JsonValue.Create(yes),
        FieldType.Enum => JsonValue.Create(field.EnumType.Values.FirstOrDefault(one =>
            one.Name == text || one.Name.EndsWith($"_{text}", StringComparison.Ordinal))?.Name ?? text),
        _ => JsonValue.Create(text),
    };

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static bool Named(FieldDescriptor field, string name) =>
        field.Name == name || field.JsonName == name;

    private static Refused No(string field, string rule) =>
        Refused.Of(Refused.FieldUnknown, ("field", field), ("rule", rule));
}
