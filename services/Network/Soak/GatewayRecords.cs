using System.Globalization;
using System.Text.Json;

namespace Referral.Network.Soak;

/// <summary>A letter of ours, as stored.</summary>
internal sealed record Outgoing(
    string Id, string Referral, string To, string Sha256, long State, bool Settled, string? Receipt);

/// <summary>A letter that arrived, as stored.</summary>
internal sealed record Incoming(string Sender, string Id, string Sha256, long State, string Receipt);

/// <summary>A receipt, as stored. Direction: sent or received.</summary>
internal sealed record StoredReceipt(
    string Id, string Direction, string Country, string Sha256, string Jws);

/// <summary>An effect: the journal's entry that a letter changed the case, in the order of commit.</summary>
internal sealed record Effect(string Id, string Referral, long Number, string From);

/// <summary>What the database of one gateway says of its letters, read at one moment.</summary>
internal sealed record GatewayRecords
{
    private static readonly IReadOnlySet<string> KindsOfComplaint = new HashSet<string>
    {
        "letter-refused", "letter-faulted", "letter-unreadable", "letter-voided", "pouch-unreadable",
        "receipt-unreadable", "receipt-settles-nothing", "unreadable-abroad", "checkpoint-unreadable",
        "checkpoint-differs",
    };

    public required string Country { get; init; }

    public required IReadOnlyList<Outgoing> Sent { get; init; }

    public required IReadOnlyList<Incoming> Arrived { get; init; }

    public required IReadOnlyList<StoredReceipt> Receipts { get; init; }

    /// <summary>In the order of commit.</summary>
    public required IReadOnlyList<Effect> Effects { get; init; }

    public required IReadOnlyDictionary<long, string> Checkpoints { get; init; }

    /// <summary>Checkpoints of others that this one keeps.</summary>
    public required IReadOnlyList<(string Of, long Number, string Jws)> Witnessed { get; init; }

    /// <summary>Kinds of the journal's entries that tell of something refused or contradicted.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    public static GatewayRecords Of(RunningGateway gateway)
    {
        using var stored = StoredGateway.Open(gateway.DataFolder)
            ?? throw new NetworkFault($"There is no database in {gateway.DataFolder}.");
        var (effects, complaints) = Journal(stored);
        return new()
        {
            Country = gateway.Country.Code,
            Effects = effects,
            Complaints = complaints,
            Sent = [.. stored.Rows("SELECT letter_id, referral, to_country, sha256, state, settled_at, "
                + "receipt_id FROM letters_out", row => new Outgoing(row.GetString(0), row.GetString(1),
                    row.GetString(2), row.GetString(3), Whole(row.GetValue(4)), !row.IsDBNull(5),
                    row.IsDBNull(6) ? null : row.GetString(6)))],
            Arrived = [.. stored.Rows("SELECT sender, letter_id, sha256, state, receipt_id FROM letters_in",
                row => new Incoming(row.GetString(0), row.GetString(1), row.GetString(2),
                    Whole(row.GetValue(3)), row.GetString(4)))],
            Receipts = [.. stored.Rows("SELECT receipt_id, direction, country, sha256, jws FROM receipts",
                row => new StoredReceipt(row.GetString(0), row.GetString(1), row.GetString(2),
                    row.GetString(3), row.GetString(4)))],
            Checkpoints = stored.Rows("SELECT number, jws FROM checkpoints",
                row => (row.GetInt64(0), row.GetString(1))).ToDictionary(one => one.Item1, one => one.Item2),
            Witnessed = [.. stored.Rows("SELECT country, number, jws FROM witnesses",
                row => (row.GetString(0), row.GetInt64(1), row.GetString(2)))],
        };
    }

    private static (IReadOnlyList<Effect> Effects, IReadOnlyList<string> Complaints) Journal(
        StoredGateway stored)
    {
        var (effects, complaints) = (new List<Effect>(), new List<string>());
        foreach (var text in stored.Rows("SELECT text FROM journal ORDER BY row",
            row => row.GetFieldValue<byte[]>(0)))
        {
            using var json = JsonDocument.Parse(text);
            var kind = Text(json, "kind");
            if (KindsOfComplaint.Contains(kind)) complaints.Add(kind);
            if (kind == "letter-admitted")
                effects.Add(new(Text(json, "letter_id"), Text(json, "referral"),
                    long.Parse(Text(json, "letter_number"), CultureInfo.InvariantCulture),
                    Text(json, "from")));
        }
        return (effects, complaints);
    }

    private static string Text(JsonDocument json, string member) =>
        json.RootElement.GetProperty(member).GetString() ?? "";

    // SQLite gives every whole number as 64 bits, PostgreSQL as wide as its column.
    private static long Whole(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
