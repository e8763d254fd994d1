using Referral.Contracts.Vocabulary;
using Referral.Language.Translation;

namespace Referral.Gateway.Texts;

/// <summary>
/// The code lists as a glossary: a concept for each code, a term for each language, with its review mark as
/// note. So what an officer reads on a form and what a translator writes are the same word.
/// </summary>
public static class AgreedWords
{
    // Lists whose words stand in the texts of a case; those of forms and screens are in every sentence.
    private static readonly string[] ListsOfCases =
    [
        "act", "means", "purpose", "exploitation_type", "sector", "document_type", "shelter_type",
        "assistance_type", "general_term",
    ];

    /// <summary>Words of the field, for the texts of cases.</summary>
    internal static Glossary OfCases { get; } = Of(ListsOfCases);

    /// <summary>lists: empty for all. Unknown names give nothing.</summary>
    public static Glossary Of(IReadOnlyCollection<string> lists) => new(
    [
        .. from list in VocabularyBook.Shipped.Lists.Order(StringComparer.Ordinal)
           where lists.Count == 0 || lists.Contains(list)
           from code in VocabularyBook.Shipped.Codes(list)
           select new Concept($"{list}.{Plain(code)}", list, "", [.. Terms(list, code)]),
    ]);

    /// <summary>Agreed words for terms of the source that the translation has not.</summary>
    internal static IReadOnlyList<string> Missing(string source, string translated, string from, string to) =>
    [
        .. OfCases.Enforce(source, translated, from, to).Missing
            .Select(concept => concept.In(to)?.Text ?? "").Where(word => word.Length > 0).Distinct(),
    ];

    private static IEnumerable<Term> Terms(string list, string code) =>
        from language in DeskLanguages.All
        let label = VocabularyBook.Shipped.Of(list, code, language)
        where !label.IsFallback && label.Language == language
        // Only a word that a native reader has checked is preferred; the others are admitted until then.
        select new Term(language, label.Text,
            label.Unreviewed ? Term.Admitted : Term.Preferred, Note: label.Mark);

    // An id in XML begins with a letter, which the list's name does, and holds no blanks or slashes.
    private static string Plain(string code) => string.Concat(code.Select(sign =>
        char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or '_' ? sign : '_'));
}
