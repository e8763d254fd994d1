using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Referral.Gateway.Storage.Batches;

/// <summary>One column: its name and type in the database, and its values out of many rows.</summary>
internal sealed class Column
{
    private readonly Func<int, Func<int, object?>, NpgsqlParameter> _values;
    private readonly IClrPropertyGetter _getter;

    private Column(IProperty property)
    {
        Property = property;
        Name = property.GetColumnName();
        Type = property.GetColumnType();
        IsKey = property.IsPrimaryKey();
        GivenByDatabase = IsNumber(property);
        var converter = property.GetTypeMapping().Converter;
        var stored = Stored.Of(converter?.ProviderClrType ?? property.ClrType, property.IsNullable);
        _values = (count, valueAt) => stored.Array(count, place => Convert(converter, valueAt(place)));
        _getter = property.GetGetter();
    }

    public IProperty Property { get; }

    public string Name { get; }

    /// <summary>Type in PostgreSQL, such as bigint.</summary>
    public string Type { get; }

    public bool IsKey { get; }

    public bool GivenByDatabase { get; }

    public static Column Of(IProperty property) => new(property);

    /// <summary>Whether the database numbers it: a long key of its own.</summary>
    public static bool IsNumber(IReadOnlyProperty property) =>
        property.IsPrimaryKey() && property.ClrType == typeof(long)
        && property.ValueGenerated == ValueGenerated.OnAdd;

    public NpgsqlParameter Values(List<IUpdateEntry> entries) =>
        _values(entries.Count, place => entries[place].GetCurrentValue(Property));

    /// <summary>Of rows that nobody tracks.</summary>
    public NpgsqlParameter Values(List<object> rows) =>
        _values(rows.Count, place => _getter.GetClrValue(rows[place]));

    /// <summary>What they were when they were read.</summary>
    public NpgsqlParameter OriginalValues(List<IUpdateEntry> entries) =>
        _values(entries.Count, place => entries[place].GetOriginalValue(Property));

    private static object? Convert(ValueConverter? converter, object? value) =>
        converter is null || value is null ? value : converter.ConvertToProvider(value);
}

/// <summary>A type that columns are stored as, and how an array of it is given to Npgsql.</summary>
internal sealed record Stored(Func<int, Func<int, object?>, NpgsqlParameter> Array)
{
    private static readonly Dictionary<Type, (Stored Whole, Stored Nullable)> Types = new()
    {
        [typeof(long)] = (Made<long>(), Made<long?>()),
        [typeof(int)] = (Made<int>(), Made<int?>()),
        [typeof(bool)] = (Made<bool>(), Made<bool?>()),
        [typeof(Guid)] = (Made<Guid>(), Made<Guid?>()),
        [typeof(string)] = (Made<string>(), Made<string?>()),
        [typeof(byte[])] = (Made<byte[]>(), Made<byte[]?>()),
    };

    /// <summary>Throws where a new kind of column has no place here yet.</summary>
    public static Stored Of(Type type, bool nullable)
    {
        var (whole, orNull) = Types[Nullable.GetUnderlyingType(type) ?? type];
        return nullable ? orNull : whole;
    }

    private static Stored Made<T>() => new((count, valueAt) =>
    {
        var values = new T[count];
        for (var place = 0; place < count; place++)
        {
            values[place] = (T)valueAt(place)!;
        }

        return new NpgsqlParameter<T[]> { TypedValue = values };
    });
}
