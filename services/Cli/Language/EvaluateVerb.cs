using System.CommandLine;
using System.Globalization;
using Referral.Language.Transcription;

namespace Referral.Cli.Language;

/// <summary>
/// `referral evaluate`: measures a scheme against a list of names with the form they should have.
/// </summary>
internal static class EvaluateVerb
{
    public static Verb Build(Screen screen)
    {
        var shared = new SchemeOptions();
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "Rows of native, expected and flags, with tabs between; # begins a remark",
        };
        var worst = new Option<int>("--worst")
        {
            Description = "How many of the worst rows to show; default 20", DefaultValueFactory = _ => 20,
        };
        var half = new Option<int?>("--half")
        {
            Description = "0 or 1: only the rows of that half, drawn by a hash of the native form",
        };
        var verb = new Verb("evaluate", "Measures a scheme on a list of names with their expected form.",
            "referral evaluate places.tsv --scheme rtgs --kind place --rules-only")
        {
            file, worst, half,
        };
        shared.AddTo(verb);
        verb.SetAction((parsed, _) =>
        {
            if (parsed.GetValue(file) is not { Exists: true } list)
            {
                screen.Wrong("There is no such file.");
                return Task.FromResult(Exit.BadInput);
            }
            var rows = Scored(File.ReadLines(list.FullName), shared.SchemeOf(parsed), shared.Of(parsed),
                parsed.GetValue(half)).ToList();
            return Task.FromResult(Print(screen, rows, parsed.GetValue(worst)));
        });
        return verb;
    }

    public static IEnumerable<ScoredRow> Scored(
        IEnumerable<string> lines, string scheme, Transcriber transcriber, int? half) =>
        from line in lines
        where line.Length > 0 && line[0] != '#'
        let row = line.Split('\t')
        where row.Length >= 2 && Counts(scheme, row.Length > 2 ? row[2].Split(';') : [])
        where half is null || HalfOf(row[0]) == half
        // The Thai and Lao scripts share one list: read from right to left for the way back.
        let back = scheme == "th-script" && Referral.Language.Scripts.Of(row[0]) == "Thai"
        let native = back ? row[1] : row[0]
        let expected = back ? row[0] : row[1]
        select new ScoredRow(native, expected, transcriber.Of(native).Text);

    // A row counts when its form follows from the scheme; what is an exception or a guess does not.
    private static bool Counts(string scheme, string[] flags) => scheme switch
    {
        "bgn" or "moh2020" => flags.Contains("bgn"),
        "lo-script" or "th-script" => flags.Contains("cognate"),
        "pinyin" => flags.Contains("regular") || flags.Contains("person")
            || flags.Contains("surname") && !flags.Contains("ambiguous"),
        "rtgs" or "vi-ascii" => flags.Contains("regular"),
        _ => true,
    };

    private static int HalfOf(string native)
    {
        var hash = 2166136261u;
        foreach (var letter in native) hash = (hash ^ letter) * 16777619u;
        return (int)(hash >> 13 & 1);
    }

    private static int Print(Screen screen, List<ScoredRow> rows, int worst)
    {
        if (rows.Count == 0)
        {
            screen.Wrong("No row of this file counts for this scheme.");
            return Exit.BadInput;
        }
        screen.Line($"rows                 {rows.Count}");
        screen.Line($"exact (letters)      {Share(rows.Count(row => row.SameLetters), rows.Count)}");
        screen.Line($"exact (with spaces)  {Share(rows.Count(row => row.SameSpaces), rows.Count)}");
        var mean = rows.Average(row => row.Distance).ToString("0.000", CultureInfo.InvariantCulture);
        screen.Line($"mean edit distance   {mean}");
        foreach (var row in rows.Where(row => !row.SameSpaces).OrderByDescending(row => row.Distance)
            .Take(worst))
            screen.Line($"{row.Native}\t{row.Expected}\t{row.Made}\t{row.Distance}");
        return Exit.Holds;
    }

    private static string Share(int some, int all) =>
        $"{(100.0 * some / all).ToString("0.00", CultureInfo.InvariantCulture)} % ({some})";
}
