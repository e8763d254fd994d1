using Referral.Language;

namespace Referral.Tests.Language;

/// Short ways to ask for one form. All persons in these tests are invented.
internal static class Rendered
{
    public static string? Name(string written, string script, string reader, string kind) =>
        Names.Render(new PersonName(written, script, null, null, null, null, NameOrder.Unknown), reader)
            .FirstOrDefault(form => form.Kind == kind)?.Text;

    public static string? Latin(string written, string script) => Name(written, script, "en", "romanisation");

    public static string? Place(string written, string script, string reader, string kind) =>
        Places.Render(written, script, reader).FirstOrDefault(form => form.Kind == kind)?.Text;
}
