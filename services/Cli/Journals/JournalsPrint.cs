namespace Referral.Cli.Journals;

/// <summary>Prints what the verifier found, the first broken entry of each journal first.</summary>
internal static class JournalsPrint
{
    private const int FindingsShown = 10;

    public static void Print(Screen screen, IReadOnlyList<CheckedJournal> journals)
    {
        foreach (var (country, report) in journals)
        {
            if (report.Whole)
            {
                screen.Good($"  {country}  whole: {report.Entries} entries in {report.Chains} chains, "
                    + $"{report.Checkpoints} checkpoints, "
                    + $"{report.UnsealedTail} entries no checkpoint covers yet");
                continue;
            }
            var broken = report.Findings.Count + report.FindingsNotListed;
            screen.Bad($"  {country}  broken in {broken} places among {report.Entries} entries; the first:");
            foreach (var finding in report.Findings.Take(FindingsShown))
                screen.Bad($"      {finding.Code} {finding.What}");
        }
    }
}
