using System.Text.Json;

namespace Referral.Verifier;

/// <summary>What the verifier reads out of an entry's text.</summary>
internal sealed record JournalText(
    string Chain, long Number, string Kind, IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] FirstMembers = ["chain", "number", "at", "kind"];

    // Two members of one name would let two readers see two different entries under one hash.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a text; null where it is not written as docs/Journal.md says.</summary>
    public static JournalText? Read(byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : null;
        }
        // InvalidOperationException: a string that is not valid Unicode, found only when it is asked for.
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JournalText? Read(JsonElement json)
    {
        long number = 0;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var place = 0;
        foreach (var member in json.EnumerateObject())
        {
            if (place < FirstMembers.Length && member.Name != FirstMembers[place++]) return null;
            if (member.Name == "number")
            {
                if (member.Value.ValueKind != JsonValueKind.Number) return null;
                if (!member.Value.TryGetInt64(out number)) return null;
            }
            else if (member.Value.ValueKind == JsonValueKind.String)
                values.Add(member.Name, member.Value.GetString()!);
            else
                return null;
        }
        return place == FirstMembers.Length ? new(values["chain"], number, values["kind"], values) : null;
    }
}
