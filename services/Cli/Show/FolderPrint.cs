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
                foreach (var rendering in field.Renderings)
                    screen.Line($"      {Rendered(words, rendering)}");
                if (field.Untranslated) screen.Line($"      {words.Screen("untranslated")}");
            }
        }
    }

    private static void Head(Screen screen, Words words, CaseView view)
    {
        var number = view.Referral.Length > 0 ? view.Referral : "–";
        screen.Line($"  {words.Screen("referral")}: {number}  ({view.Case})");
        screen.Line($"  {words.Screen("stage")}: {words.Marked(view.Stage)}");
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
