using Referral.Network.Cases;

namespace Referral.Cli.Demo;

/// <summary>A case file that is refused: each problem with its line, field, rule and number.</summary>
internal static class ProblemsPrint
{
    public static IEnumerable<string> Lines(string file, CaseReading reading) =>
    [
        .. reading.Problems.Select(one => $"{file}:{one.Line}: {one.Field}: {one.Rule} {one.Code}"),
        $"{reading.Problems.Count} problems. Nothing was started and nothing was sent. "
            + "The form of a case file: docs/CaseFile.md.",
    ];
}
