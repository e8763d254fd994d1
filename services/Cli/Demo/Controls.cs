using Microsoft.Data.Sqlite;
using Referral.Contracts;
using Referral.Gateway.Border.Carriers;
using Referral.Network;

namespace Referral.Cli.Demo;

/// <summary>
/// Negative controls: each spoils one thing on purpose, so that one sees that the demo would notice. They
/// work on the demo's own folder alone and are no part of a gateway.
/// </summary>
internal static class Controls
{
    public const string DropAll = "drop-all";
    public const string FlipJournal = "flip-journal";
    public const string LoseReceipt = "lose-receipt";

    public static string[] All { get; } = [DropAll, FlipJournal, LoseReceipt];

    /// <summary>
    /// The carrier that takes every pouch and brings none; null where another control, or none, is asked for.
    /// </summary>
    public static Func<string, ICarrier, ICarrier>? Carrier(string? control) =>
        control == DropAll ? (_, _) => new Nowhere() : null;

    /// <summary>Spoils what the stopped network of the host left on disk; returns what was done.</summary>
    public static string? Spoil(string? control, string networkFolder, string country) => control switch
    {
        FlipJournal => FlipByte(Members.DataFolder(networkFolder, country), country),
        LoseReceipt => RemoveReceipt(Members.DataFolder(networkFolder, country), country),
        _ => null,
    };

    private static string FlipByte(string folder, string country)
    {
        using var connection = Open(folder, "journal");
        using var read = Command(connection,
            "SELECT row, text FROM journal WHERE chain <> 'border' ORDER BY row LIMIT 1 OFFSET 2");
        using var rows = read.ExecuteReader();
        rows.Read();
        var (row, text) = (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        rows.Close();
        text[text.Length / 2] ^= 1;
        using var write = Command(connection, "UPDATE journal SET text = $text WHERE row = $row");
        write.Parameters.AddWithValue("$text", text);
        write.Parameters.AddWithValue("$row", row);
        write.ExecuteNonQuery();
        return $"one byte of journal row {row} of {country} flipped";
    }

    private static string RemoveReceipt(string folder, string country)
    {
        using var connection = Open(folder, "receipts");
        using var remove = Command(connection, "DELETE FROM receipts WHERE rowid = "
            + "(SELECT min(rowid) FROM receipts WHERE direction = 'received')");
        return $"{remove.ExecuteNonQuery()} receipt of {country} removed";
    }

    private static SqliteConnection Open(string folder, string table)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.db").Order(StringComparer.Ordinal))
        {
            var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            connection.Open();
            using var has = Command(connection, $"SELECT 1 FROM sqlite_master WHERE name = '{table}'");
            if (has.ExecuteScalar() is not null) return connection;
            connection.Dispose();
        }
        throw new NetworkFault($"No database in {folder} has a table {table}.");
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private sealed class Nowhere : ICarrier
    {
        public Task Send(SealedPouch pouch, CancellationToken cancellation) => Task.CompletedTask;
    }
}
