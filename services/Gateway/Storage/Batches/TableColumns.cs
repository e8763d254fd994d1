using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Referral.Gateway.Storage.Batches;

/// <summary>A table as the model maps it, and the statements that write many of its rows.</summary>
internal sealed class TableColumns
{
    private static readonly ConcurrentDictionary<IReadOnlyEntityType, TableColumns> Made = new();

    private readonly IReadOnlyList<Column> _columns;
    private readonly IReadOnlyList<Column> _key;
    private readonly IReadOnlyList<Column> _given;
    private readonly IReadOnlyList<Column> _tokens;
    private readonly string _insert;
    private readonly ConcurrentDictionary<string, string> _updates = new(StringComparer.Ordinal);

    private TableColumns(IEntityType type)
    {
        Name = type.GetTableName()!;
        IsNumbered = type.FindPrimaryKey()!.Properties.Any(Column.IsNumber);
        _columns = [.. type.GetProperties().Select(Column.Of)];
        _key = [.. _columns.Where(column => column.IsKey)];
        _given = [.. _columns.Where(column => !column.GivenByDatabase)];
        _tokens = [.. _columns.Where(column => column.Property.IsConcurrencyToken)];
        // The order of the rows is the order in which they get their numbers.
        _insert = $"INSERT INTO {Name} ({Names(_given)}) SELECT {Names(_given)} "
            + $"FROM unnest({Arrays(_given)}) "
            + $"WITH ORDINALITY AS row ({Names(_given)}, place) ORDER BY place";
    }

    public string Name { get; }

    /// <summary>The database numbers its rows.</summary>
    public bool IsNumbered { get; }

    public static TableColumns Of(IEntityType type) =>
        Made.GetOrAdd(type, one => new TableColumns((IEntityType)one));

    public NpgsqlBatchCommand Insert(List<IUpdateEntry> entries) =>
        Command(_insert, _given.Select(column => column.Values(entries)));

    public NpgsqlBatchCommand Insert(List<object> rows) =>
        Command(_insert, _given.Select(column => column.Values(rows)));

    /// <summary>
    /// Writes every column that changed in any of them. A concurrency token must be what it was.
    /// </summary>
    public NpgsqlBatchCommand Update(List<IUpdateEntry> entries)
    {
        var changed = _columns.Where(column => !column.IsKey
            && entries.Exists(entry => entry.IsModified(column.Property))).ToList();
        var written = _key.Concat(changed).ToList();
        var text = _updates.GetOrAdd(Names(changed), _ => TextOfUpdate(changed, written));
        return Command(text, written.Select(column => column.Values(entries))
            .Concat(_tokens.Select(token => token.OriginalValues(entries))));
    }

    private string TextOfUpdate(List<Column> changed, List<Column> written)
    {
        var held = string.Concat(_tokens.Select(token => $", was_{token.Name}"));
        var set = string.Join(", ", changed.Select(c => $"{c.Name} = row.{c.Name}"));
        return $"UPDATE {Name} AS held SET {set} "
            + $"FROM unnest({Arrays(written.Concat(_tokens))}) AS row ({Names(written)}{held}) "
            + $"WHERE {string.Join(" AND ", _key.Select(c => $"held.{c.Name} = row.{c.Name}"))}"
            + string.Concat(_tokens.Select(token => $" AND held.{token.Name} = row.was_{token.Name}"));
    }

    private static NpgsqlBatchCommand Command(string text, IEnumerable<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        return command;
    }

    private static string Names(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(column => column.Name));

    private static string Arrays(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select((column, place) => $"${place + 1}::{column.Type}[]"));
}
