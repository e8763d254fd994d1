using Referral.Language.Han;
using Referral.Language.Lao;
using Referral.Language.Text;
using Referral.Language.Thai;
using Referral.Language.Vietnamese;

namespace Referral.Language;

/// Names of persons for a reader of another script. The document's own spelling always stands beside these.
public static class Names
{
    const string Rules = "RULE-TABLES";

    /// Romanisation plus, where the reader's script differs, a reading form in the reader's script.
    /// A form that cannot be made honestly is absent. Refuses: a language other than lo, th, zh, vi, en.
    public static IReadOnlyList<RenderedForm> Render(PersonName name, string readerLanguage)
    {
        var reader = Scripts.ForLanguage(readerLanguage);
        var bare = StripTitle(name.AsWritten, name.Script, out _);
        var forms = new List<RenderedForm>();
        if (bare.Length == 0) return forms;
        Add(forms, Romanised(name, bare));
        Add(forms, Reading(name.Script, reader, readerLanguage, bare));
        return forms;
    }

    /// Cuts the title off a name as written (นางสาว, ທ້າວ, 先生, Mr.); title is null when none stands there.
    /// Script: ISO 15924. Where a title could as well be the name's beginning, the longer rest decides.
    public static string StripTitle(string asWritten, string script, out string? title) =>
        Titles.Strip(asWritten, script, out title);

    static RenderedForm? Romanised(PersonName name, string bare) => name.Script switch
    {
        "Thai" => Latin(NameParts.Each(bare, ThaiRomanisation.Of, capital: true), ThaiRomanisation.Scheme),
        "Laoo" => Latin(NameParts.Each(bare, LaoRomanisation.Of, capital: true), LaoRomanisation.Scheme),
        "Hans" => Latin(HanNames.Of(Solid(bare), name.Family, name.Given), HanNames.Scheme),
        "Latn" when VietnameseMarks.Strip(bare) is var plain && plain != bare =>
            Form(plain, "without-marks", "Latn", VietnameseMarks.Scheme),
        _ => null,
    };

    internal static RenderedForm? Reading(string script, string reader, string language, string text) =>
        (script, reader) switch
        {
            ("Thai", "Laoo") => Form(
                NameParts.Each(text, ThaiInLao.Of, capital: false), "reading", reader, ThaiInLao.Scheme),
            ("Laoo", "Thai") => Form(
                NameParts.Each(text, LaoInThai.Of, capital: false), "reading", reader, LaoInThai.Scheme),
            ("Hans", "Latn") when language == "vi" =>
                Form(HanVietnamese.Of(Solid(text)), "reading", reader, HanVietnamese.Scheme),
            ("Hans", "Thai") => Form(
                HanInThai.Of(Solid(text), person: true), "reading", reader, HanInThai.Scheme),
            ("Latn", "Thai") when VietnameseInThai.Of(text) is { } thai
                && VietnameseMarks.Strip(text) != text =>
                Form(thai, "reading", reader, VietnameseInThai.Scheme),
            // No honest reading of Latin letters in another script: the Latin stands, marked as Latin.
            ("Latn", not "Latn") => Form(text, "as-written", "Latn", "LATIN-AS-WRITTEN"),
            _ => null,
        };

    internal static RenderedForm? Latin(string? text, string scheme) =>
        Form(text, "romanisation", "Latn", scheme);

    internal static RenderedForm? Form(string? text, string kind, string script, string scheme) =>
        text is null ? null : new RenderedForm(text, kind, script, scheme, Rules, Reviewed: false,
            kind is "without-marks" or "as-written" ? RenderedForm.Certain : RenderedForm.Read);

    static void Add(List<RenderedForm> forms, RenderedForm? form)
    {
        if (form is not null) forms.Add(form);
    }

    static string Solid(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
