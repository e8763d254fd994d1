using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// Every code of a section is one of its list, or has the form of its standard where the list is only a part
/// of it: ISO 3166 for countries, ISO 639-3 for languages, ISO 15924 for scripts. Refuses REF-2305 with the
/// field.
/// </summary>
internal static class CodeChecks
{
    private static readonly string[] NameKinds =
        ["own_language", "document", "generated", "claimed", "later", "earlier_file",
            FolderFields.GivenByBuyer];

    public static Refusal? Look(FieldValues values, string country)
    {
        foreach (var (key, value) in values)
            if (!Known(key, value, country))
                // The value is not told again: somebody may have typed a name where a code belongs.
                return Refusals.Field(Refusals.CodeUnknown, key, ("value", "?"),
                    ("list", ListOf(key) ?? "-"));
        return null;
    }

    private static bool Known(string key, object value, string country) => value switch
    {
        string code when key == "identification_body" => IsPostOf(country, code),
        string code => ListOf(key) is not { } list || InList(list, code),
        IEnumerable<string> codes => ListOf(key) is not { } list || codes.All(c => InList(list, c)),
        PersonName name => IsScript(name.Script),
        IEnumerable<PersonName> names => names.All(n => IsScript(n.Script)),
        IEnumerable<OtherName> names => names.All(n => IsScript(n.Script) && NameKinds.Contains(n.Kind)),
        BirthDate birth => Basis(birth),
        IEnumerable<SpokenLanguage> spoken => spoken.All(
            s => InList("language", s.Code) && (s.Level.Length == 0 || InList("language_level", s.Level))),
        IEnumerable<IdDocument> papers => papers.All(p => InList("document_type", p.Type)),
        IEnumerable<AccompanyingChild> children => children.All(
            c => (c.Name is null || IsScript(c.Name.Script)) && (c.Birth is null || Basis(c.Birth))),
        IEnumerable<Relative> relatives => relatives.All(r => r.Name is null || IsScript(r.Name.Script)),
        WrittenText text => DeskLanguages.All.Contains(text.Language),
        _ => true,
    };

    private static string? ListOf(string key) => FieldBook.Shipped.Find(key)?.List;

    private static bool Basis(BirthDate birth) => birth.Basis.Length == 0 || InList("basis", birth.Basis);

    private static bool InList(string list, string code) =>
        VocabularyBook.Shipped.Knows(list, code) || list switch
        {
            "country" => code.Length == 2 && code.All(char.IsAsciiLetterUpper),
            "language" => code.Length == 3 && code.All(char.IsAsciiLetterLower),
            _ => false,
        };

    private static bool IsScript(string script) =>
        script.Length == 4 && char.IsAsciiLetterUpper(script[0]) && script.Skip(1)
            .All(char.IsAsciiLetterLower);

    // A post's id, not an officer's name: XX-MFA-CONS.
    private static bool IsPostOf(string country, string post) =>
        post.StartsWith(country + "-", StringComparison.Ordinal)
        && post.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-');
}
