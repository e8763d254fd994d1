namespace Referral.Language.Translation;

/// One meaning and its words in each language. Subject and definition may be empty.
public sealed record Concept(string Id, string Subject, string Definition, IReadOnlyList<Term> Terms)
{
    /// The word to use in that language: the preferred one, else the first that is not deprecated.
    public Term? In(string language) =>
        Terms.FirstOrDefault(one => one.Language == language && one.IsPreferred)
        ?? Terms.FirstOrDefault(one => one.Language == language && one.Status != Term.Deprecated);
}

/// A word. Status: one of TBX's administrative statuses, or empty. Note: its review mark and source.
public sealed record Term(
    string Language, string Text, string Status = "", string PartOfSpeech = "", string Note = "")
{
    public const string Preferred = "preferredTerm-admn-sts";
    public const string Admitted = "admittedTerm-admn-sts";
    public const string Deprecated = "deprecatedTerm-admn-sts";

    public bool IsPreferred => Status == Preferred;
}

/// The words that are agreed, and what to do so that a translation uses them.
public sealed class Glossary(IReadOnlyList<Concept> concepts)
{
    public IReadOnlyList<Concept> Concepts => concepts;

    /// The agreed word for a text that is a term and nothing else; null where it is none.
    public string? Whole(string text, string from, string to) => concepts
        .Where(one => one.Terms.Any(term => term.Language == from
            && term.Text.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)))
        .Select(one => one.In(to)?.Text).FirstOrDefault(word => word is not null);

    /// The translation with agreed words in the place of the other words for the same meaning, and the terms
    /// of
    /// the source for which no agreed word is in it: those a person has to look at.
    public (string Text, IReadOnlyList<Concept> Missing) Enforce(
        string source, string translated, string from, string to)
    {
        var missing = new List<Concept>();
        foreach (var concept in concepts.Where(one => one.Terms.Any(term =>
            term.Language == from && source.Contains(term.Text, StringComparison.OrdinalIgnoreCase))))
        {
            if (concept.In(to) is not { } word) continue;
            foreach (var other in concept.Terms.Where(term => term.Language == to && term != word
                && !word.Text.Contains(term.Text, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(term => term.Text.Length))
                translated = translated.Replace(other.Text, word.Text, StringComparison.OrdinalIgnoreCase);
            if (!translated.Contains(word.Text, StringComparison.OrdinalIgnoreCase)) missing.Add(concept);
        }
        return (translated, missing);
    }
}
