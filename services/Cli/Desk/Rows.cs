using System.Globalization;
using CsvHelper;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Referral.Cli.Watch;

namespace Referral.Cli.Desk;

/// <summary>
/// Prints an answer as it was asked for: rows for a person or a sheet, or the whole message.
/// </summary>
internal static class Rows
{
    public static void Print(Door door, IMessage whole, IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<string>> rows, Action? head = null)
    {
        switch (door.Asked.Output)
        {
            case Output.Json:
                door.Screen.Output.WriteLine(JsonFormatter.Default.Format(whole));
                break;
            case Output.Csv:
                Csv(door.Screen.Output, columns, rows);
                break;
            default:
                head?.Invoke();
                door.Screen.Table(columns, rows);
                break;
        }
    }

    /// <summary>A cell that a sheet would take for a formula is written so that it does not.</summary>
    public static void Csv(
        TextWriter output, IReadOnlyList<string>? columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var csv = CsvWriter.Create(
            output, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true);
        foreach (var row in columns is null ? rows : rows.Prepend(columns))
        {
            foreach (var cell in row) csv.WriteField(cell);
            csv.EndRecord();
        }
    }

    /// <summary>UTC to the second; nothing for none.</summary>
    public static string Moment(Timestamp? moment) => moment is null ? "" : Moments.Of(moment);

    public static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
