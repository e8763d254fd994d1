using System.Data.Common;

namespace Referral.Journeys.Upgrade;

/// <summary>
/// A store in the first released shape (Baseline), with the rows of a store that was played with: what an
/// operator has before an upgrade. Rows are copied column by column, as far as the first shape has them.
/// </summary>
internal static class EarlierStore
{
    private const string Tables =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

    private const string PostgresTables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";

    /// <summary>Makes the shape and copies; gives the number of rows.</summary>
    /// <param name="played">Open; read alone.</param>
    /// <param name="earlier">Open and empty.</param>
    /// <param name="shape">Name of the file in Baseline, without its ending.</param>
    public static async Task<int> Make(DbConnection played, DbConnection earlier, string shape)
    {
        var postgres = shape.StartsWith("postgres", StringComparison.Ordinal);
        await Run(earlier, await File.ReadAllTextAsync(Path.Combine(
            AppContext.BaseDirectory, "Upgrade", "Baseline", $"{shape}.sql")));
        var rows = 0;
        foreach (var table in await Names(earlier, postgres ? PostgresTables : Tables))
            if (!table.StartsWith("__", StringComparison.Ordinal))
            {
                rows += await Copy(played, earlier, table);
                if (postgres) await SetCounter(earlier, table);
            }
        if (shape.EndsWith("-gateway", StringComparison.Ordinal)) await Assign(played, earlier);
        return rows;
    }

    /// <summary>Names of the migrations that a store has seen.</summary>
    public static Task<IReadOnlyList<string>> Migrations(DbConnection store) =>
        Names(store, "SELECT migration_id FROM \"__EFMigrationsHistory\" ORDER BY migration_id");

    /// <summary>Last row of each checkpoint, from the first on.</summary>
    public static async Task<IReadOnlyList<long>> LastRows(DbConnection store)
    {
        await using var read = store.CreateCommand();
        read.CommandText = "SELECT last_row FROM checkpoints ORDER BY number";
        await using var reader = await read.ExecuteReaderAsync();
        var rows = new List<long>();
        while (await reader.ReadAsync()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    private static async Task<int> Copy(DbConnection played, DbConnection earlier, string table)
    {
        var today = await Columns(played, table);
        List<string> columns = [.. (await Columns(earlier, table)).Intersect(today)];
        await using var read = played.CreateCommand();
        read.CommandText = $"SELECT {string.Join(", ", columns.Select(Quoted))} FROM {Quoted(table)}";
        await using var reader = await read.ExecuteReaderAsync();
        var copied = 0;
        for (; await reader.ReadAsync(); copied++)
        {
            await using var write = earlier.CreateCommand();
            write.CommandText = $"INSERT INTO {Quoted(table)} ({string.Join(", ", columns.Select(Quoted))}) "
                + $"VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
            for (var index = 0; index < columns.Count; index++)
            {
                var value = write.CreateParameter();
                (value.ParameterName, value.Value) = ($"p{index}", reader.GetValue(index));
                write.Parameters.Add(value);
            }
            await write.ExecuteNonQueryAsync();
        }
        return copied;
    }

    // The first shape said beside each entry which checkpoint covers it; today the checkpoint says how far it
    // goes.
    private static async Task Assign(DbConnection played, DbConnection earlier)
    {
        var (number, covered) = (0, 0L);
        foreach (var row in await LastRows(played))
        {
            number++;
            await Run(earlier, $"UPDATE journal SET checkpoint = {number} "
                + $"WHERE \"row\" > {covered} AND \"row\" <= {row}");
            covered = row;
        }
    }

    // Rows that came with their numbers have not moved the counter that gives the next.
    private static async Task SetCounter(DbConnection store, string table)
    {
        if ((await Columns(store, table)).Contains("row"))
            await Run(store, $"SELECT setval(pg_get_serial_sequence('{table}', 'row'), "
                + $"(SELECT coalesce(max(\"row\"), 0) + 1 FROM {Quoted(table)}), false)");
    }

    private static async Task<IReadOnlyList<string>> Columns(DbConnection store, string table)
    {
        await using var command = store.CreateCommand();
        command.CommandText = $"SELECT * FROM {Quoted(table)} LIMIT 0";
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private static async Task<IReadOnlyList<string>> Names(DbConnection store, string text)
    {
        await using var command = store.CreateCommand();
        command.CommandText = text;
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private static async Task Run(DbConnection store, string text)
    {
        await using var command = store.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
