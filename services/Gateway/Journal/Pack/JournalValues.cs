using System.Text.Json;

namespace Referral.Gateway.Journal.Pack;

/// <summary>Members of an entry's text; an absent one is empty.</summary>
internal sealed class JournalValues
{
    private readonly Dictionary<string, string> _values;

    private JournalValues(Dictionary<string, string> values) => _values = values;

    public string Kind => this["kind"];

    public string this[string name] => _values.GetValueOrDefault(name) ?? "";

    public static JournalValues Of(byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return new(json.RootElement.EnumerateObject()
                .ToDictionary(one => one.Name, one => one.Value.ToString(), StringComparer.Ordinal));
        }
        catch (Exception broken)
            when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            // A broken entry is packed as it is; that it is broken is the verifier's to say.
            return new([]);
        }
    }
}
