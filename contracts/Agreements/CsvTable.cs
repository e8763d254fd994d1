using CsvHelper;
using Referral.Contracts.Vocabulary;

namespace Referral.Contracts.Agreements;

/// <summary>
/// Reads the shipped tables with a header row. A row that does not parse throws: it is a fault of the build.
/// </summary>
internal static class CsvTable
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', CommentPrefix = '#' };

    internal static IReadOnlyList<T> Read<T>(string name, Func<CsvReader, T> row)
    {
        using var csv = CsvReader.Create(ShippedFile.Open(name), Options);
        var rows = new List<T>();
        while (csv.Read())
            rows.Add(row(csv));
        return rows;
    }
}
