namespace Referral.Language.Cards;

/// Where a form of a name comes from, the strongest first.
public enum FormOrigin { Document, Confirmed, Generated }

/// One form of a name. Scheme: the rule set with its year, or what the document is. Version: of the engine,
/// for forms it made. Confidence: 0 to 1; a document's and a confirmed form have 1. ConfirmedBy and
/// ConfirmedAt say who confirmed it and when, null for all others.
public sealed record NameForm(
    string Text, string Script, string Key, string Scheme, string Version, double Confidence,
        FormOrigin Origin,
    string? ConfirmedBy = null, DateTimeOffset? ConfirmedAt = null);
