using Referral.Contracts.Desk;

namespace Referral.Cli.Show;

/// <summary>The fields of a folder, section by section.</summary>
internal static class FolderPrint
{
    /// <summary>Field and what was entered.</summary>
    public static void AsWritten(Screen screen, Words words, CaseView view)
    {
        Head(screen, words, view);
        foreach (var section in view.Fields.GroupBy(field => field.Section))
        {
            screen.Line($"  {words.Section(section.Key)}");
            foreach (var field in section) screen.Line($"    {field.Label.Text}: {Original(field)}");
        }
    }

    /// <summary>Field, what was entered, and under it each rendering with its scheme or source.</summary>
    public static void AsRendered(Screen screen, Words words, CaseView view)
    {
        Head(screen, words, view);
        foreach (var section in view.Fields.GroupBy(field => field.Section))
        {
            screen.Line($"  {words.Section(section.Key)}");
            foreach (var field in section)
            {
                screen.Line($"    {words.Marked(field.Label)}");
                screen.Line($"      {words.Screen("original")}: {Original(field)}");
                Beside(screen, words, field.Renderings, field.Untranslated);
                foreach (var before in field.Earlier)
                {
                    screen.Line($"      {words.Screen("original")}: {before.Original}");
                    Beside(screen, words, before.Renderings, false);
                }
            }
        }
        foreach (var note in view.Notes)
        {
            screen.Line($"  {words.Screen("note")}: {note.HappenedOn} {words.Marked(note.Event)}");
            screen.Line($"      {words.Screen("original")}: {note.Text}  ({note.Language})");
            Beside(screen, words, note.Renderings, note.Untranslated);
        }
    }

    /// <summary>What a field's first rendering is worth: the state of a text, empty for any other.</summary>
    public static string StateOf(Words words, FieldView field) =>
        field.Untranslated ? words.Word("translation_state", "UNTRANSLATED")
        : field.Renderings.FirstOrDefault()?.TranslationState is { Length: > 0 } state
            ? words.Word("translation_state", state) : "";

    private static void Beside(
        Screen screen, Words words, IEnumerable<RenderingView> renderings, bool untranslated)
    {
        foreach (var rendering in renderings) screen.Line($"      {Rendered(words, rendering)}");
        if (untranslated) screen.Line($"      {words.Word("translation_state", "UNTRANSLATED")}");
    }

    private static void Head(Screen screen, Words words, CaseView view)
    {
        var number = view.Referral.Length > 0 ? view.Referral : "–";
        screen.Line($"  {words.Screen("referral")}: {number}  ({view.Case})");
        if (view.Stage is { } stage) screen.Line($"  {words.Screen("stage")}: {words.Marked(stage)}");
        foreach (var hold in view.Holds) screen.Line($"  {words.Screen("hold")}: {words.Marked(hold)}");
        foreach (var warning in view.Warnings) screen.Line($"  ! {warning}");
        foreach (var consent in view.Consents)
            screen.Line($"  {words.Screen("consent")}: {consent.Scope.Text}: "
                + $"{consent.State.Text} {consent.HappenedOn}");
    }

    private static string Original(FieldView field) =>
        field.OriginalLanguage.Length > 0 ? $"{field.Original}  ({field.OriginalLanguage})" : field.Original;

    private static string Sure(RenderingView rendering) => rendering.Confidence > 0
        ? rendering.Confidence.ToString("P0", System.Globalization.CultureInfo.InvariantCulture) : "";

    private static string Rendered(Words words, RenderingView rendering)
    {
        string[] says =
        [
            words.Word("rendering", rendering.Kind), rendering.Scheme, rendering.Source,
            Sure(rendering), rendering.EngineVersion,
            words.Screen(rendering.Reviewed ? "reviewed" : "unreviewed"),
        ];
        var origin = string.Join("; ", says.Where(word => word.Length > 0).Distinct());
        return $"{words.Screen("rendering")}: {rendering.Text}  [{origin}]";
    }
}
