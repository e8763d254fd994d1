using System.Text.Json;
using Json.Schema;

namespace Referral.Network.Cases;

/// <summary>
/// Checks a file against the project's copy of the schema and says each break in one sentence.
/// </summary>
internal static class CaseSchema
{
    private static readonly Lazy<JsonSchema> Schema = new(() =>
        JsonSchema.FromText(CaseLibrary.Text("case.schema.json")));

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    /// <summary>Field and rule of everything that breaks the schema; empty when nothing does.</summary>
    public static IEnumerable<(string Field, string Rule)> Check(JsonElement file)
    {
        var results = Schema.Value.Evaluate(file, Options);
        if (results.IsValid) return [];
        return (results.Details ?? [])
            .Where(detail => detail.Errors is { Count: > 0 })
            .SelectMany(detail => detail.Errors!.Select(error =>
                (detail.InstanceLocation.ToString(), Say(error.Key, error.Value))))
            .Distinct();
    }

    // The library's sentences name keywords and allowed values, never what the file says; the bare "false
    // schema" of an unknown member is the one that nobody would understand.
    private static string Say(string keyword, string sentence) =>
        keyword.Length == 0 ? "The form has no such member."
            : $"{sentence.TrimEnd('.')} (schema: {keyword}).";
}
