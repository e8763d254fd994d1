using Referral.Language.Text;

namespace Referral.Language.Transcription;

/// One scheme, ready to be used for many texts. Safe for several threads at once.
public sealed class Transcriber
{
    /// Letters of one text that are read; longer ones are refused, so that time stays bounded.
    public const int LettersMax = 400;

    readonly Scheme _scheme;
    readonly NameKind _kind;
    readonly bool _rulesOnly;

    /// The short name of the scheme.
    public string Key => _scheme.Key;

    internal Transcriber(Scheme scheme, NameKind kind, bool rulesOnly) =>
        (_scheme, _kind, _rulesOnly) = (scheme, kind, rulesOnly);

    /// Never throws: what cannot be transcribed has confidence zero and a reason.
    public Transcribed Of(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return Transcribed.None(text, _scheme.Name, Reasons.Empty);
        if (trimmed.Length > LettersMax) return Transcribed.None(text, _scheme.Name, Reasons.TooLong);
        var script = Scripts.Of(trimmed);
        if (!_scheme.Scripts.Contains(script))
            return Transcribed.None(text, _scheme.Name, Reasons.OtherScript);
        if (LettersCheck.Reason(trimmed, script, _kind) is { Length: > 0 } reason)
            return Transcribed.None(text, _scheme.Name, reason);
        // A title is no part of the name: it is kept on the name card, and not transcribed.
        if (_kind == NameKind.Person) trimmed = Titles.Strip(trimmed, script, out _);
        if (!_rulesOnly && _kind == NameKind.Place && _scheme.Lookup?.Invoke(trimmed) is { } listed)
            return new Transcribed(text, listed, _scheme.Name, 1, Reasons.Made);
        return _scheme.Rule(trimmed, _kind) is { Text.Length: > 0 } made
            ? new Transcribed(text, made.Text, _scheme.Name, made.Confidence, Reasons.Made)
            : Transcribed.None(text, _scheme.Name, Reasons.NotReadable);
    }
}
