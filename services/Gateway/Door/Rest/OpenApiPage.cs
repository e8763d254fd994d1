using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;
using Referral.Contracts;
using Referral.Gateway.Access;

namespace Referral.Gateway.Door.Rest;

/// <summary>
/// The OpenAPI 3.0 document of the REST side, made from the same contracts: paths from google.api.http, words
/// from the comments, roles from the option "who".
/// </summary>
internal static partial class OpenApiPage
{
    private const string Json = "application/json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(CallRules rules)
    {
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var rule in rules.All.OrderBy(rule => rule.Method, StringComparer.Ordinal))
        {
            if (rule.Call.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } http)
            {
                continue;
            }

            var (verb, path) = http.PatternCase == HttpRule.PatternOneofCase.Get
                ? ("get", http.Get) : ("post", http.Post);
            var plain = Variable().Replace(path, match => $"{{{match.Groups[1].Value}}}");
            (paths[plain] ??= new JsonObject())[verb] = Operation(rule, path, verb, schemas);
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = "Referral: a gateway's own desks and systems",
                ["version"] = "v1",
                ["description"] = ContractText.Of("Cases"),
            },
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Made,
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
            },
        }.ToJsonString(Indented);
    }

    private static JsonObject Operation(CallRule rule, string path, string verb, OpenApiSchemas schemas)
    {
        var call = rule.Call;
        var inPath = Variable().Matches(path).Select(match => match.Groups[1].Value).ToList();
        var parameters = new JsonArray();
        foreach (var name in inPath)
        {
            parameters.Add(Parameter(call.InputType.FindFieldByName(name), "path", path, schemas));
        }

        foreach (var field in call.InputType.Fields.InDeclarationOrder()
            .Where(field => verb == "get" && !inPath.Contains(field.Name)))
        {
            parameters.Add(Parameter(field, "query", path, schemas));
        }

        var operation = new JsonObject
        {
            ["operationId"] = $"{call.Service.Name}_{call.Name}",
            ["tags"] = new JsonArray(call.Service.Name),
            ["summary"] = ContractText.Of($"{call.Service.Name}.{call.Name}"),
            ["description"] = $"Roles: {string.Join(", ", rule.Roles.Order())}.",
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                ["200"] = Content("What was asked for.", schemas.Of(call.OutputType)),
                ["default"] = Content("A refusal: its number, sentence and remedy.",
                    schemas.Of(Google.Rpc.Status.Descriptor)),
            },
        };
        if (verb == "post")
        {
            operation["requestBody"] = Content("", schemas.Of(call.InputType));
        }

        return operation;
    }

    private static JsonObject Content(string words, JsonObject schema)
    {
        var content = new JsonObject
        {
            ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = schema } },
        };
        if (words.Length > 0)
        {
            content["description"] = words;
        }

        return content;
    }

    private static JsonObject Parameter(
        FieldDescriptor field, string place, string path, OpenApiSchemas schemas) => new()
        {
            ["name"] = place == "path" ? field.Name : field.JsonName,
            ["in"] = place,
            ["required"] = place == "path",
            ["description"] = OpenApiSchemas.Words(field)
                + (path.Contains($"{field.Name}=cases/*") ? " Written with cases/ before it." : ""),
            ["schema"] = schemas.Of(field),
        };

    [GeneratedRegex(@"\{(\w+)(?:=[^}]*)?\}")]
    private static partial Regex Variable();
}
