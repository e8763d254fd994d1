using System.Text.Json;
using Microsoft.Data.Sqlite;
using Referral.Gateway.Storage;
using Referral.Network;

namespace Referral.Journeys.Walls;

/// <summary>One row, by column.</summary>
internal sealed class Row(IReadOnlyDictionary<string, object?> columns)
{
    public string? Text(string column) => columns[column]?.ToString();

    public long Number(string column) => (long)columns[column]!;

    public byte[] Bytes(string column) => (byte[])columns[column]!;

    public bool Has(string column) => columns[column] is not null;
}

/// <summary>An entry of the journal as its text says.</summary>
internal sealed record Entry(string Chain, string Kind, IReadOnlyDictionary<string, string> Values)
{
    public bool Says(string name, string value) => Values.GetValueOrDefault(name) == value;
}

/// <summary>
/// What the database of one gateway holds at one moment, opened read-only while the gateway runs on it.
/// </summary>
internal sealed class Tables
{
    private Tables(SqliteConnection db)
    {
        LettersOut = Read(db, "SELECT * FROM letters_out ORDER BY row");
        LettersIn = Read(db, "SELECT * FROM letters_in ORDER BY row");
        Cases = Read(db, "SELECT * FROM cases");
        OriginCases = Read(db, "SELECT * FROM origin_cases");
        Tasks = Read(db, "SELECT * FROM tasks");
        OwedReceipts = Read(db, "SELECT * FROM owed_receipts");
        Undeliverable = Read(db, "SELECT * FROM undeliverable");
        Journal = [.. Read(db, "SELECT CAST(text AS TEXT) AS text FROM journal ORDER BY row")
            .Select(row => EntryOf(row.Text("text")!))];
    }

    public IReadOnlyList<Row> LettersOut { get; }

    public IReadOnlyList<Row> LettersIn { get; }

    public IReadOnlyList<Row> Cases { get; }

    public IReadOnlyList<Row> OriginCases { get; }

    public IReadOnlyList<Row> Tasks { get; }

    public IReadOnlyList<Row> OwedReceipts { get; }

    public IReadOnlyList<Row> Undeliverable { get; }

    public IReadOnlyList<Entry> Journal { get; }

    public static Tables Of(string networkFolder, string country)
    {
        var file = Path.Combine(Members.DataFolder(networkFolder, country), SqliteStore.FileName);
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder
            { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        db.Open();
        using var moment = db.BeginTransaction(deferred: true);
        return new(db);
    }

    public Row LetterOut(string letterId) => LettersOut.Single(row => row.Text("letter_id") == letterId);

    public IEnumerable<Entry> Entries(string kind) => Journal.Where(entry => entry.Kind == kind);

    private static List<Row> Read(SqliteConnection db, string text)
    {
        using var command = db.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
            rows.Add(new(Enumerable.Range(0, reader.FieldCount).ToDictionary(
                reader.GetName, at => reader.IsDBNull(at) ? null : reader.GetValue(at))));
        return rows;
    }

    private static Entry EntryOf(string text)
    {
        using var json = JsonDocument.Parse(text);
        var values = json.RootElement.EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value.ToString());
        return new(values["chain"], values["kind"], values);
    }
}
