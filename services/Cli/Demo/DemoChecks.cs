using Referral.Cli.Journals;
using Referral.Network.Play;
using Referral.Verifier;

namespace Referral.Cli.Demo;

/// <summary>
/// Everything that is promised of a referral that crossed, looked for in what both sides show and keep.
/// </summary>
internal static class DemoChecks
{
    /// <summary>What does not hold, one sentence each; empty when all of it does.</summary>
    public static IReadOnlyList<string> Run(
        PlayReport report, SideView? origin, string folder, IReadOnlyList<CheckedJournal> journals) =>
    [
        .. report.Problems,
        .. Refused(report),
        .. Letters(report, JournalHashes.Of(folder)),
        .. Fields(report, origin),
        .. Journals(journals),
    ];

    private static IEnumerable<string> Refused(PlayReport report) =>
        report.Holds || report.Refusals.Count == 0
            ? []
            : [Sentence(report.Refusals[^1])];

    private static string Sentence(PlayRefusal no) => $"{no.What} was refused by {no.Country}: {no.Code}.";

    // A letter is settled only by a receipt whose hash stands in both journals, as its own does.
    private static IEnumerable<string> Letters(PlayReport report, JournalHashes hashes)
    {
        foreach (var (sent, letter) in report.Sent
            .SelectMany(sent => sent.Letters.Select(letter => (sent, letter))))
        {
            var name = $"Letter {letter.Kind.Code} number {letter.Number} from {sent.From} to {sent.To}";
            foreach (var side in new[] { sent.From, sent.To })
                if (!hashes.HasLetter(side, letter.Sha256))
                    yield return $"{name}: its hash does not stand in the journal of {side}.";
            if (letter.ReceiptSha256.Length == 0) continue;
            if (!hashes.HasReceipt(sent.To, letter.ReceiptSha256))
                yield return $"{name}: the journal of {sent.To} does not know the receipt that settled it.";
            if (!hashes.HasReceipt(sent.From, letter.ReceiptSha256))
                yield return $"{name}: the journal of {sent.From} does not know the receipt that settled it.";
        }
    }

    // What the first letters carried is what the origin's folder shows: nothing is lost on the way.
    private static IEnumerable<string> Fields(PlayReport report, SideView? origin)
    {
        if (origin is null) yield break;
        var held = origin.FieldsHeld.ToHashSet(StringComparer.Ordinal);
        foreach (var sent in report.Sent.Where(sent => sent.To == origin.Country && sent.Draft is not null))
            foreach (var field in sent.Draft!.Fields.Where(field => !held.Contains(field)))
                yield return $"The folder of {origin.Country} does not hold {field}, which {sent.From} sent.";
    }

    private static IEnumerable<string> Journals(IReadOnlyList<CheckedJournal> journals) =>
        journals.Where(one => !one.Report.Whole)
            .Select(one => $"The journal of {one.Country} is broken: {one.Report.Findings[0].What}");
}
