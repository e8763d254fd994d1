using System.CommandLine;
using System.Globalization;
using System.Text;
using Referral.Language.Matching;

namespace Referral.Cli.Language;

/// <summary>`referral match`: the persons of a list whose names are likest to each name read.</summary>
internal static class MatchVerb
{
    private const int Best = 5;

    public static Verb Build(Screen screen)
    {
        var index = new Option<FileInfo>("--index")
        {
            Description = "Persons: id, name and where known birth date, sex, place, with tabs between",
            Required = true,
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "After each answer a line for each reason",
        };
        var verb = new Verb("match",
            "Reads names, writes the five likest of a list: query, id, score from 0 to 1, with tabs between.",
            "echo Buawan | referral match --index persons.tsv",
            "referral match --index persons.tsv --explain < names.txt")
        {
            index, explain,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(index) is not { Exists: true } list)
            {
                screen.Wrong("There is no such file.");
                return Exit.BadInput;
            }
            using var rows = new StreamReader(list.FullName, Encoding.UTF8);
            using var queries = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            return await Run(screen, rows, queries, parsed.GetValue(explain), stop);
        });
        return verb;
    }

    public static async Task<int> Run(
        Screen screen, TextReader rows, TextReader queries, bool explain, CancellationToken stop)
    {
        var index = new PersonIndex();
        while (await rows.ReadLineAsync(stop) is { } row)
        {
            if (row.Length == 0 || row[0] == '#') continue;
            index.Add(PersonOf(row.Split('\t')));
        }
        while (await queries.ReadLineAsync(stop) is { } query)
        {
            // A query may bring more than a name, in the same columns without an id.
            foreach (var found in index.Find(PersonOf(["", .. query.Split('\t')]), Best))
                Write(screen, query, found, explain);
        }
        screen.Output.Flush();
        return Exit.Holds;
    }

    private static MatchPerson PersonOf(string[] cells) => new(
        cells[0], cells.Length > 1 ? [cells[1]] : [], Cell(cells, 2), Cell(cells, 3), Cell(cells, 4));

    private static string? Cell(string[] cells, int at) =>
        at < cells.Length && cells[at].Length > 0 ? cells[at] : null;

    private static void Write(Screen screen, string query, MatchFound found, bool explain)
    {
        screen.Output.Write($"{query.Split('\t')[0]}\t{found.Id}\t{Number(found.Score)}\n");
        if (!explain) return;
        foreach (var reason in found.Reasons)
            screen.Output.Write($"#\t{reason.Topic}\t{reason.Asked}\t{reason.Held}\t{reason.Because}\t"
                + $"{Number(reason.Agreement)} x {Number(reason.Weight)}\t{string.Join(' ', reason.Keys)}\n");
    }

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
