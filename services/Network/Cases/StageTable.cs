using System.Text.Json;

namespace Referral.Network.Cases;

/// <summary>One row of a case table: from these stages, on these events or letters, to that stage.</summary>
internal sealed record StageRow(
    IReadOnlyList<string> From,
    IReadOnlyList<string> On,
    IReadOnlyList<string> To,
    IReadOnlyList<string>? Sends = null,
    IReadOnlyDictionary<string, string>? Outcomes = null);

/// <summary>The two case tables, as data: Cases/stages.json.</summary>
internal sealed record StageTable(
    IReadOnlyList<string> Holds, IReadOnlyList<StageRow> Host, IReadOnlyList<StageRow> Origin)
{
    private static readonly Lazy<StageTable> Own = new(() =>
        JsonSerializer.Deserialize<StageTable>(CaseLibrary.Bytes("stages.json"), JsonSerializerOptions.Web)!);

    public static StageTable Read() => Own.Value;

    /// <summary>
    /// A stage with the one to go back to when its hold ends. "–" is before the case was opened.
    /// </summary>
    public static readonly Place Start = new("–", "–");
}

/// <summary>Where a side may be.</summary>
internal readonly record struct Place(string Stage, string Before);
