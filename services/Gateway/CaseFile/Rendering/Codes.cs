using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>Codes shown by the vocabulary: the writer's label as original, the reader's as
/// rendering.</summary>
internal static class Codes
{
    // From the best checked to the least.
    private static readonly string[] Marks = ["R", "V", "S", "D", "P", "U"];

    public static Shown Of(string list, IReadOnlyList<string> codes, Reading reading) =>
        Told(reading, list, codes, language => Labels(list, codes, language));

    public static Shown Yes(Reading reading) => Of("screen", ["yes"], reading);

    public static Shown Spoken(IReadOnlyList<SpokenLanguage> spoken, Reading reading) =>
        Told(reading, "language", [.. spoken.Select(s => s.Code)], language =>
        [
            .. spoken.Select(s => s.Level.Length == 0
                ? Label("language", s.Code, language)
                : With(Label("language", s.Code, language), Label("language_level", s.Level, language))),
        ]);

    /// <summary>The answer on nationality and, where more is wanted, the names of the fields
    /// wanted.</summary>
    public static Shown Answer(NationalityAnswer answer, Reading reading) =>
        Told(reading, "verification_result", [answer.Result, .. answer.DataWanted], language =>
        [
            Label("verification_result", answer.Result, language),
            .. answer.DataWanted.Select(f => Label("field", f, language)),
        ]);

    /// <summary>Labels joined as that reader joins words, with the weakest mark among them.</summary>
    public static Label Joined(IReadOnlyList<Label> labels, string language) => new(
        string.Join(ReaderWords.Comma(language), labels.Select(l => l.Text)),
        labels.FirstOrDefault(l => l.IsFallback)?.Language ?? language,
        labels.Select(l => l.Mark).DefaultIfEmpty("R")
            .MaxBy(m => Array.IndexOf(Marks, m) is var at and >= 0 ? at : Marks.Length)!,
        labels.Any(l => l.IsFallback));

    public static Label Label(string list, string code, string language) =>
        VocabularyBook.Shipped.Of(list, code, language);

    private static Shown Told(
        Reading reading, string list, IReadOnlyList<string> codes, Func<string, IReadOnlyList<Label>> labels)
    {
        var original = Joined(labels(reading.Writer), reading.Writer);
        var own = Joined(labels(reading.Reader), reading.Reader);
        return new(original.Text, original.Language,
        [
            new RenderingView
            {
                Text = own.Text,
                Kind = "vocabulary",
                Script = ReaderWords.Script(own.Language),
                Scheme = own.Mark,
                // The codes themselves, so that no reader depends on a label that nobody checked.
                Source = $"{list}: {string.Join(", ", codes)}",
                Reviewed = own.Mark == "R",
            },
        ]);
    }

    private static IReadOnlyList<Label> Labels(string list, IReadOnlyList<string> codes, string language) =>
        [.. codes.Select(c => Label(list, c, language))];

    private static Label With(Label first, Label second) => first with
    {
        Text = $"{first.Text} ({second.Text})", Mark = Joined([first, second], first.Language).Mark,
        IsFallback = first.IsFallback || second.IsFallback,
    };
}
