using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Referral.Gateway.Storage.Batches;

/// <summary>One column: its name and type in the database, and its values out of many rows.</summary>
internal abstract class Column(IProperty property)
{
    public IProperty Property => property;

    public string Name { get; } = property.GetColumnName();

    /// <summary>Type in PostgreSQL, such as bigint.</summary>
    public string Type { get; } = property.GetColumnType();

    public bool IsKey { get; } = property.IsPrimaryKey();

    public bool GivenByDatabase { get; } = IsNumber(property);

    /// <summary>Whether the database numbers it: a long key of its own.</summary>
    public static bool IsNumber(IReadOnlyProperty property) =>
        property.IsPrimaryKey() && property.ClrType == typeof(long)
        && property.ValueGenerated == ValueGenerated.OnAdd;

    public static Column Of(IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        var stored = converter?.ProviderClrType ?? property.ClrType;
        if (property.IsNullable && stored.IsValueType && Nullable.GetUnderlyingType(stored) is null)
        {
            stored = typeof(Nullable<>).MakeGenericType(stored);
        }

        return (Column)Activator.CreateInstance(
            typeof(Column<>).MakeGenericType(stored), property, converter)!;
    }

    public abstract NpgsqlParameter Values(List<IUpdateEntry> entries);
}

/// <typeparam name="TStored">As Npgsql takes it; nullable where the column is.</typeparam>
internal sealed class Column<TStored>(IProperty property, ValueConverter? converter) : Column(property)
{
    public override NpgsqlParameter Values(List<IUpdateEntry> entries)
    {
        var values = new TStored[entries.Count];
        for (var place = 0; place < values.Length; place++)
        {
            var value = entries[place].GetCurrentValue(Property);
            values[place] = (TStored)(converter is null || value is null
                ? value : converter.ConvertToProvider(value))!;
        }

        return new NpgsqlParameter<TStored[]> { TypedValue = values };
    }
}
