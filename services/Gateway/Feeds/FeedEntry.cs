using System.Text.Json;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Feeds;

/// <summary>
/// One entry of the journal as feeds may know it: that a stage changed or that a letter moved, and when. No
/// name of an event, no post and no code of a letter comes this far.
/// </summary>
/// <param name="Row">Place in the order of commit.</param>
/// <param name="CaseId">Whose.</param>
/// <param name="Kind">STAGE, LETTER_WRITTEN, LETTER_ARRIVED or LETTER_SETTLED.</param>
/// <param name="Stage">Code of list stage; empty for letters.</param>
/// <param name="At">When it was entered.</param>
internal sealed record FeedEntry(long Row, Guid CaseId, string Kind, string Stage, DateTimeOffset At)
{
    /// <summary>Beginning of the names of the chains that belong to a case.</summary>
    public const string CaseChains = "case/";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["event"] = "STAGE",
        ["letter-written"] = "LETTER_WRITTEN",
        ["letter-admitted"] = "LETTER_ARRIVED",
        ["receipt-received"] = "LETTER_SETTLED",
    };

    /// <summary>Null for an entry that feeds do not tell.</summary>
    public static FeedEntry? Of(JournalRow row)
    {
        if (!row.Chain.StartsWith(CaseChains, StringComparison.Ordinal))
        {
            return null;
        }

        using var json = JsonDocument.Parse(row.Text);
        var root = json.RootElement;
        if (!Kinds.TryGetValue(root.GetProperty("kind").GetString() ?? "", out var kind))
        {
            return null;
        }

        var stage = kind == "STAGE" && root.TryGetProperty("stage", out var value) ? value.GetString() : "";
        return new FeedEntry(row.Row, Guid.Parse(row.Chain[CaseChains.Length..]), kind, stage ?? "",
            root.GetProperty("at").GetDateTimeOffset());
    }
}
