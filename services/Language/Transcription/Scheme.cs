namespace Referral.Language.Transcription;

/// What a rule made of a text, and how sure it is (0 to 1).
internal readonly record struct Made(string Text, double Confidence);

/// One way to write one script in another. Scripts: the ISO 15924 codes it reads. Rule: null where it cannot.
internal sealed record Scheme(string Key, string Name, string[] Scripts, Func<string, NameKind, Made?> Rule)
{
    /// A place in the tables of places, asked before the rules; null for schemes without such tables.
    public Func<string, string?>? Lookup { get; init; }
}
