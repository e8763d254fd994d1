using Referral.Language.Gazetteer;
using Referral.Language.Han;
using Referral.Language.Lao;
using Referral.Language.Text;
using Referral.Language.Thai;
using Referral.Language.Vietnamese;

namespace Referral.Language;

/// Places and addresses for a reader of another script; the original always stands beside.
public static class Places
{
    const string Listed = "ADMINISTRATIVE-UNITS";

    /// Romanisation, and where the reader's script differs a reading form with the kind of place in the
    /// reader's words.
    /// Parts may be divided by commas or spaces. A form that cannot be made honestly is absent.
    /// Refuses: a language other than lo, th, zh, vi, en.
    public static IReadOnlyList<RenderedForm> Render(string asWritten, string script, string readerLanguage)
    {
        var reader = Scripts.ForLanguage(readerLanguage);
        var text = asWritten.Trim();
        if (text.Length == 0) return [];
        RenderedForm?[] forms = [Romanised(text, script), Kinds(text, script, reader, readerLanguage)];
        return [.. forms.OfType<RenderedForm>()];
    }

    /// The place's name for a reader's script: the reading form, or the romanisation where she reads Latin
    /// letters. As written where no form can be made honestly, or she reads it as it is.
    public static string For(string asWritten, string readerLanguage) =>
        Render(asWritten, Scripts.Of(asWritten), readerLanguage)
            .LastOrDefault(form => form.Script == Scripts.ForLanguage(readerLanguage))?.Text ?? asWritten;

    /// The names in a place as written, each without the word for its kind.
    public static IReadOnlyList<string> NamesIn(string asWritten)
    {
        var script = Scripts.Of(asWritten);
        char[] cuts = script == "Latn" || asWritten.IndexOfAny([',', '，']) >= 0 ? [',', '，'] : [' '];
        return [.. asWritten
            .Split(cuts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => !PlaceKinds.IsOne(part)).Select(part => PlaceKinds.Cut(part, script, out _))];
    }

    static RenderedForm? Romanised(string text, string script) => script switch
    {
        "Thai" => Names.Latin(EachPart(text, Thai), ThaiRomanisation.Scheme),
        "Laoo" => Names.Latin(EachPart(text, Lao), LaoRomanisation.Scheme),
        "Hans" => Names.Latin(EachPart(text, HanPlaces.Of), HanPlaces.Scheme),
        "Latn" when VietnameseMarks.Strip(text) is var plain && plain != text =>
            Names.Form(plain, "without-marks", "Latn", VietnameseMarks.Scheme),
        _ => null,
    };

    static string? Thai(string part) => NameParts.Each(part, ThaiPlaces.Of, capital: true);

    // The kind of place stands apart: Ban Phônthong.
    static string? Lao(string part)
    {
        var name = PlaceKinds.Cut(part, "Laoo", out var kind);
        var apart = kind is null ? name : $"{kind.Word} {name}";
        return NameParts.Each(apart, LaoRomanisation.Of, capital: true);
    }

    // The reading aid says the kind of place in the reader's words and respells only the name itself.
    static RenderedForm? Kinds(string text, string script, string reader, string language)
    {
        if (script == reader) return null;
        var schemes = Listed;
        var made = EachPart(text, part =>
        {
            var name = PlaceKinds.Cut(part, script, out var kind);
            // Looked up first, by rule second.
            var told = AdministrativeUnits.Name(name, language == "vi" ? "Vietnamese" : reader);
            if (told is null)
            {
                if (Read(name, script, reader, language) is not { } form) return null;
                (told, schemes) = (form.Text, form.Scheme);
            }
            return kind is null ? told : $"{kind.Labels[language]} {told}";
        });
        if (made is null) return null;
        var aid = Names.Form(made, made == text ? "as-written" : "reading", Scripts.Of(made), schemes);
        return schemes == Listed ? aid! with { Confidence = RenderedForm.Certain } : aid;
    }

    static RenderedForm? Read(string name, string script, string reader, string language) =>
        (script, language) == ("Hans", "vi")
            ? Names.Form(HanVietnamese.OfPlace(name), "reading", reader, HanVietnamese.Scheme)
            : Names.Reading(script, reader, language, name);

    static string? EachPart(string text, Func<string, string?> rule)
    {
        var separator = text.Contains(',') || text.Contains('，') ? ", " : " ";
        char[] cuts = separator == ", " ? [',', '，'] : [' '];
        // Latin words between spaces are one name; only commas divide them.
        string[] parts = separator == " " && Scripts.Of(text) == "Latn"
            ? [text]
            : text.Split(cuts, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var made = parts.Select(rule).ToArray();
        return made.Contains(null) ? null : string.Join(separator, made);
    }
}
