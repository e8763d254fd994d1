using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Referral.Contracts;

namespace Referral.Gateway.Door.Rest;

/// <summary>Schemas of the messages that the paths use, by the JSON form of protobuf.</summary>
internal sealed class OpenApiSchemas
{
    /// <summary>All schemas referred to so far, by name.</summary>
    public JsonObject Made { get; } = [];

    public static string Words(FieldDescriptor field) =>
        ContractText.Of($"{NameOf(field.ContainingType)}.{field.Name}");

    /// <summary>A reference to the message's schema, which is made when it is first asked for.</summary>
    public JsonObject Of(MessageDescriptor message)
    {
        if (WellKnown(message) is { } known)
        {
            return known;
        }

        var name = NameOf(message);
        if (!Made.ContainsKey(name))
        {
            // Named before it is filled: a message may hold itself.
            var schema = new JsonObject { ["type"] = "object" };
            Made[name] = schema;
            var properties = new JsonObject();
            foreach (var field in message.Fields.InDeclarationOrder())
            {
                properties[field.JsonName] = Of(field);
            }

            schema["description"] = ContractText.Of(name);
            schema["properties"] = properties;
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    public JsonObject Of(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            return new JsonObject
            {
                ["type"] = "object",
                ["description"] = Words(field),
                ["additionalProperties"] = One(field.MessageType.FindFieldByNumber(2)),
            };
        }

        var one = One(field);
        if (field.IsRepeated)
        {
            one = new JsonObject { ["type"] = "array", ["items"] = one };
        }

        // A reference takes no words beside it.
        if (!one.ContainsKey("$ref"))
        {
            one["description"] = Words(field);
        }

        return one;
    }

    private JsonObject One(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => Of(field.MessageType),
        FieldType.Enum => new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. field.EnumType.Values.Select(v => JsonValue.Create(v.Name))]),
        },
        FieldType.Bool => new JsonObject { ["type"] = "boolean" },
        FieldType.UInt32 or FieldType.Int32 => new JsonObject { ["type"] = "integer" },
        FieldType.UInt64 or FieldType.Int64 =>
            new JsonObject { ["type"] = "string", ["format"] = "int64" },
        FieldType.Bytes => new JsonObject { ["type"] = "string", ["format"] = "byte" },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject? WellKnown(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        "google.protobuf.FieldMask" => new JsonObject { ["type"] = "string" },
        "google.protobuf.Any" => new JsonObject { ["type"] = "object" },
        _ => null,
    };

    private static string NameOf(MessageDescriptor message) =>
        message.FullName[(message.File.Package.Length + 1)..];
}
