using System.Text.Json;

namespace Referral.Network.Soak;

/// <summary>A letter of ours, as stored.</summary>
internal sealed record Outgoing(string Id, string Referral, long Number, string To, string Sha256, long State,
    bool Settled, string? Receipt);

/// <summary>A letter that arrived, as stored.</summary>
internal sealed record Incoming(string Sender, string Id, string Sha256, long State, string Receipt);

/// <summary>A receipt, as stored. Direction: sent or received.</summary>
internal sealed record StoredReceipt(
    string Id, string Direction, string Country, string Sha256, string Jws);

/// <summary>An effect: the journal's entry that a letter changed the case, in the order of commit.</summary>
internal sealed record Effect(string Id, string Referral, long Number, string From);

/// <summary>What the database of one gateway says of its letters, read at one moment.</summary>
internal sealed class GatewayRecords
{
    private GatewayRecords(string country, StoredGateway stored)
    {
        Country = country;
        Sent = [.. stored.Rows("SELECT letter_id, referral, number, to_country, sha256, state, settled_at, "
            + "receipt_id FROM letters_out ORDER BY row", row => new Outgoing(row.GetString(0),
                row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4),
                Convert.ToInt64(row.GetValue(5)), !row.IsDBNull(6),
                row.IsDBNull(7) ? null : row.GetString(7)))];
        Arrived = [.. stored.Rows("SELECT sender, letter_id, sha256, state, receipt_id FROM letters_in",
            row => new Incoming(row.GetString(0), row.GetString(1), row.GetString(2),
                Convert.ToInt64(row.GetValue(3)), row.GetString(4)))];
        Receipts = [.. stored.Rows("SELECT receipt_id, direction, country, sha256, jws FROM receipts",
            row => new StoredReceipt(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
                row.GetString(4)))];
        Checkpoints = stored.Rows("SELECT number, jws FROM checkpoints",
            row => (row.GetInt64(0), row.GetString(1))).ToDictionary(one => one.Item1, one => one.Item2);
        Witnessed = [.. stored.Rows("SELECT country, number, jws FROM witnesses",
            row => (row.GetString(0), row.GetInt64(1), row.GetString(2)))];
        Journal(stored);
    }

    public string Country { get; }

    public IReadOnlyList<Outgoing> Sent { get; }

    public IReadOnlyList<Incoming> Arrived { get; }

    public IReadOnlyList<StoredReceipt> Receipts { get; }

    public IReadOnlyDictionary<long, string> Checkpoints { get; }

    public IReadOnlyList<(string Of, long Number, string Jws)> Witnessed { get; }

    public List<Effect> Effects { get; } = [];

    /// <summary>Entries that tell of something refused or contradicted, by kind.</summary>
    public Dictionary<string, int> Complaints { get; } = [];

    public static GatewayRecords Of(RunningGateway gateway)
    {
        using var stored = StoredGateway.Open(gateway.DataFolder)
            ?? throw new NetworkFault($"There is no database in {gateway.DataFolder}.");
        return new(gateway.Country.Code, stored);
    }

    private void Journal(StoredGateway stored)
    {
        foreach (var text in stored.Rows("SELECT text FROM journal ORDER BY row",
            row => row.GetFieldValue<byte[]>(0)))
        {
            using var json = JsonDocument.Parse(text);
            var kind = Text(json, "kind");
            if (kind == "letter-admitted")
                Effects.Add(new(Text(json, "letter_id"), Text(json, "referral"),
                    long.Parse(Text(json, "letter_number"), System.Globalization.CultureInfo.InvariantCulture),
                    Text(json, "from")));
            else if (kind is "letter-refused" or "letter-faulted" or "letter-unreadable" or "pouch-unreadable"
                or "receipt-unreadable" or "unreadable-abroad" or "receipt-settles-nothing"
                or "checkpoint-unreadable" or "checkpoint-differs" or "letter-voided")
                Complaints[kind] = Complaints.GetValueOrDefault(kind) + 1;
        }
    }

    private static string Text(JsonDocument json, string member) =>
        json.RootElement.GetProperty(member).GetString() ?? "";
}
