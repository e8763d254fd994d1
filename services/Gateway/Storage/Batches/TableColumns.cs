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
    private readonly string _insert;
    private readonly ConcurrentDictionary<string, string> _updates = new(StringComparer.Ordinal);

    private TableColumns(IEntityType type)
    {
        Name = type.GetTableName()!;
        GuardsItself = type.GetProperties().Any(property => property.IsConcurrencyToken);
        IsNumbered = type.FindPrimaryKey()!.Properties.Any(Column.IsNumber);
        _columns = [.. type.GetProperties().Select(Column.Of)];
        _key = [.. _columns.Where(column => column.IsKey)];
        var given = _columns.Where(column => !column.GivenByDatabase).ToList();
        // The order of the rows is the order in which they get their numbers.
        _insert = $"INSERT INTO {Name} ({Names(given)}) SELECT {Names(given)} "
            + $"FROM unnest({Arrays(given)}) WITH ORDINALITY AS row ({Names(given)}, place) ORDER BY place";
    }

    public string Name { get; }

    /// <summary>A concurrency token has to be compared row by row.</summary>
    public bool GuardsItself { get; }

    /// <summary>The database numbers its rows.</summary>
    public bool IsNumbered { get; }

    public static TableColumns Of(IEntityType type) =>
        Made.GetOrAdd(type, one => new TableColumns((IEntityType)one));

    public NpgsqlBatchCommand Insert(List<IUpdateEntry> entries) =>
        Command(_insert, _columns.Where(column => !column.GivenByDatabase), entries);

    /// <summary>Writes every column that changed in any of them.</summary>
    public NpgsqlBatchCommand Update(List<IUpdateEntry> entries)
    {
        var changed = _columns.Where(column => !column.IsKey
            && entries.Exists(entry => entry.IsModified(column.Property))).ToList();
        var written = _key.Concat(changed).ToList();
        var text = _updates.GetOrAdd(Names(changed), _ =>
            $"UPDATE {Name} AS held SET {string.Join(", ", changed.Select(c => $"{c.Name} = row.{c.Name}"))} "
            + $"FROM unnest({Arrays(written)}) AS row ({Names(written)}) "
            + $"WHERE {string.Join(" AND ", _key.Select(c => $"held.{c.Name} = row.{c.Name}"))}");
        return Command(text, written, entries);
    }

    private static NpgsqlBatchCommand Command(
        string text, IEnumerable<Column> columns, List<IUpdateEntry> entries)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var column in columns)
        {
            command.Parameters.Add(column.Values(entries));
        }

        return command;
    }

    private static string Names(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(column => column.Name));

    private static string Arrays(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select((column, place) => $"${place + 1}::{column.Type}[]"));
}
