namespace Referral.Language;

/// One form of a text, shown beside its original and never instead of it.
/// Kind: "romanisation", "reading", "without-marks", "as-written" or "table".
/// Script: ISO 15924. Scheme: the rule set, with its year. Source: what made the form.
/// Reviewed: always false here; only a person confirms.
public sealed record RenderedForm(
    string Text, string Kind, string Script, string Scheme, string Source, bool Reviewed);
