namespace Referral.Language;

/// One form of a text, shown beside its original and never instead of it.
/// Kind: "romanisation", "reading", "without-marks", "as-written" or "table".
/// Script: ISO 15924. Scheme: the rule set, with its year. Source: what made the form.
/// Reviewed: always false here; only a person confirms. Confidence: above 0, to 1; below 1 a rule judged
/// between readings.
public sealed record RenderedForm(
    string Text, string Kind, string Script, string Scheme, string Source, bool Reviewed,
    double Confidence = RenderedForm.Read)
{
    /// What a rule read: sure until a person says otherwise.
    public const double Read = 0.9;

    /// What follows from the letters or stands in a list.
    public const double Certain = 1;
}
