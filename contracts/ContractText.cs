using System.Text.RegularExpressions;

namespace Referral.Contracts;

/// <summary>
/// The words that stand above each service, call, message, field and value in our .proto files: descriptors
/// at run time have lost them. Keys are full names without the package, such as "CaseView.case".
/// </summary>
public static partial class ContractText
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Words = new(ReadAll);

    /// <summary>What is said of it; empty for what says nothing.</summary>
    public static string Of(string name) => Words.Value.GetValueOrDefault(name, "");

    /// <summary>All names and what is said of each, empty ones too.</summary>
    public static IReadOnlyDictionary<string, string> All => Words.Value;

    private static Dictionary<string, string> ReadAll()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(ContractText).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".proto", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Read(reader.ReadToEnd().Split('\n'), words);
        }

        return words;
    }

    private static void Read(IEnumerable<string> lines, Dictionary<string, string> words)
    {
        var inside = new Stack<string>();
        var above = new List<string>();
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                above.Add(line[2..].Trim());
                continue;
            }

            if (Named().Match(line) is { Success: true } named)
            {
                Say(named.Groups[1].Value);
            }
            else if (Field().Match(line) is { Success: true } field)
            {
                Say(field.Groups[1].Value);
            }

            if (line.EndsWith('{'))
            {
                inside.Push(Block().Match(line) is { Success: true } block ? block.Groups[1].Value : "");
            }

            // A block opened and closed on one line changes nothing.
            if (line.StartsWith('}') && inside.Count > 0)
            {
                inside.Pop();
            }

            above.Clear();
        }

        void Say(string name)
        {
            var path = inside.Where(part => part.Length > 0).Reverse().Append(name);
            words[string.Join('.', path)] = string.Join(' ', above);
        }
    }

    [GeneratedRegex(@"^(?:service|rpc|message|enum)\s+(\w+)")]
    private static partial Regex Named();

    // Only these are parts of a name: a oneof is none, and neither is an option of a call.
    [GeneratedRegex(@"^(?:service|message|enum)\s+(\w+)")]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?:(?:repeated\s+)?(?:map<[^>]+>|[\w.]+)\s+)?(\w+)\s*=\s*\d+\s*(?:\[.*\])?;")]
    private static partial Regex Field();
}
