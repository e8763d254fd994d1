namespace Referral.Language.Cards;

/// Everything known of how one person's name is written. AsWritten is never changed; Title was cut off it
/// and is kept; Name is the rest. Reason says why no form could be made, empty otherwise. The document's
/// own Latin spelling wins over a confirmed form, and both over a generated one.
public sealed record NameCard(
    string AsWritten, string Script, string Title, string Name, IReadOnlyList<NameForm> Forms, string Reason)
{
    /// The Latin spelling to use, or null where there is none.
    public NameForm? Latin => Forms.Where(form => form.Script == "Latn" && form.Key != "mrz")
        .OrderBy(form => form.Origin).FirstOrDefault();

    /// The Latin spelling that may stand on a travel document: the document's own or one a person confirmed.
    /// Null while there are only generated ones. Rule: REF-2308.
    public NameForm? LatinForTravelDocument => Latin is { Origin: not FormOrigin.Generated } latin ? latin
        : null;

    /// The card with what a document shows in Latin letters, first of its forms.
    public NameCard WithDocument(string latin, string document) => this with
    {
        Forms = [new(latin, Scripts.Of(latin), "document", document, "", 1, FormOrigin.Document), .. Forms],
    };

    /// The card with one of its generated forms confirmed, or a spelling of the confirming person's own.
    /// Refuses: an empty text, or nobody who confirms (ArgumentException).
    public NameCard Confirm(string text, string by, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var known = Forms.FirstOrDefault(form => form.Text == text && form.Origin == FormOrigin.Generated);
        var confirmed = known is null
            ? new NameForm(text, Scripts.Of(text), "own", "AS-CONFIRMED", "", 1, FormOrigin.Confirmed, by, at)
            : known with { Origin = FormOrigin.Confirmed, Confidence = 1, ConfirmedBy = by,
                ConfirmedAt = at };
        return this with
        {
            Forms = known is null ? [.. Forms, confirmed] : [.. Forms.Select(form => form == known
                ? confirmed : form)],
        };
    }
}
