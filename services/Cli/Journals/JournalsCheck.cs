using Referral.Network;
using Referral.Verifier;

namespace Referral.Cli.Journals;

/// <summary>What the verifier says of one country's journal.</summary>
internal sealed record CheckedJournal(string Country, JournalReport Report);

/// <summary>
/// Runs the verifier over every journal of a folder, each against what the others hold of it.
/// </summary>
internal static class JournalsCheck
{
    /// <summary>The folder of one gateway, or of a network; empty where it is neither.</summary>
    public static IReadOnlyList<CheckedJournal> Run(string folder)
    {
        var journals = Open(folder);
        try
        {
            var held = journals.SelectMany(journal => journal.Holds())
                .ToLookup(one => one.Of, one => one.Checkpoint);
            return [.. journals.Select(journal => new CheckedJournal(
                journal.Country, JournalCheck.Run(journal.Reading([.. held[journal.Country]]))))];
        }
        finally
        {
            foreach (var journal in journals) journal.Dispose();
        }
    }

    internal static IReadOnlyList<JournalFile> Open(string folder) =>
        [.. Members.Codes.Select(code => Members.DataFolder(folder, code))
            .Prepend(folder)
            .Where(Directory.Exists)
            .Select(JournalFile.Open)
            .OfType<JournalFile>()];
}
