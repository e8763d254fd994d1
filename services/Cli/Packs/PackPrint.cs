using System.Globalization;
using Referral.Contracts.Refusals;
using Referral.Contracts.Vocabulary;
using Referral.Verifier.Pack;

namespace Referral.Cli.Packs;

/// <summary>
/// Says in one language what holds in a court pack and what does not, the first broken piece first.
/// </summary>
internal sealed class PackPrint(Screen screen, string language)
{
    public static readonly IReadOnlyList<string> Languages = ["lo", "th", "zh", "vi", "en"];

    public void Print(PackReport report)
    {
        if (report.Manifest is { } manifest)
        {
            Fact("referral", manifest.Referral);
            Fact("made_by", Word("country", manifest.Country));
            Fact("other_country", Word("country", manifest.Other));
            Fact("made_at", manifest.MadeAt);
        }
        Trust(report);
        if (report.Manifest is not null) Counts(report);
        for (var at = 0; at < report.Findings.Count; at++) Finding(report.Findings[at], at);
        if (report.Holds) screen.Good(Marked("pack", "holds"));
        else screen.Bad(Marked("pack", "does_not_hold"));
    }

    /// <summary>A sentence of the list of packs, with its mark.</summary>
    public string Sentence(string code) => Marked("pack", code);

    /// <summary>A refusal: its number, sentence and remedy.</summary>
    public string Refusal(string code, IReadOnlyDictionary<string, string> values)
    {
        var told = RefusalBook.Shipped.Tell(code, language, values);
        return $"{code} {told.Text} {told.Remedy}{(told.Unreviewed ? Unreviewed : "")}";
    }

    private void Trust(PackReport report)
    {
        if (report.Fingerprint.Length == 0) return;
        screen.Line("  " + Marked("pack", report.TrustGiven ? "trust_given" : "trust_inside"));
        Fact("fingerprint", report.Fingerprint);
        screen.Line("  " + Marked("pack", "compare_fingerprint"));
    }

    private void Counts(PackReport report)
    {
        (string Code, int Count)[] counts =
        [
            ("letters_count", report.Letters), ("receipts_count", report.Receipts),
            ("entries_count", report.Entries), ("sealed", report.Sealed),
            ("unsealed", report.Entries - report.Sealed), ("checkpoints_count", report.Checkpoints),
            ("witnesses_count", report.Witnesses),
        ];
        foreach (var (code, count) in counts) Fact(code, Number(count));
        // Told only where a key was revoked: most readers never meet it.
        if (report.History > 0) Fact("history_count", Number(report.History));
        foreach (var piece in report.OwnWord) Fact("own_word", piece);
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private void Finding(PackFinding finding, int at)
    {
        if (at < 2) screen.Bad("  " + Marked("pack", at == 0 ? "first_broken" : "also_broken"));
        var values = new Dictionary<string, string> { ["value"] = finding.Piece };
        screen.Bad("    " + Refusal(finding.Code, values));
    }

    private void Fact(string code, string value) => screen.Line($"  {Marked("pack", code)}: {value}");

    private string Word(string list, string code) => Marked(list, code);

    private string Marked(string list, string code)
    {
        var label = VocabularyBook.Shipped.Of(list, code, language);
        return label.Text + (label.Unreviewed ? Unreviewed : "");
    }

    private string Unreviewed => $" [{VocabularyBook.Shipped.Of("screen", "unreviewed", language).Text}]";
}
