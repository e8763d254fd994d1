namespace Referral.Language.Translation;

/// A text and its translation: one language to one other. Translator: the account of a person, or the engine
/// and model of a machine. The source is never changed; a new translation takes the old one's place.
public sealed record TranslationUnit(
    string Id, string SourceLanguage, string TargetLanguage, string Source, string Target,
    TranslationState State, string Translator, string Reviewer, DateTimeOffset? At)
{
    /// Characters a text may have.
    public const int LettersMax = 20_000;

    public static TranslationUnit New(string id, string sourceLanguage, string targetLanguage,
        string source) =>
        new(id, sourceLanguage, targetLanguage, source, "", TranslationState.Untranslated, "", "", null);

    /// What glossary or memory made of the whole text. Refuses: it takes the place of no better one.
    public Moved FromGlossary(string target, DateTimeOffset at) =>
        Moving(TranslationState.Glossary, target, "glossary", at, State <= TranslationState.Glossary);

    /// What a machine said. Refuses: it takes no person's work away.
    public Moved FromMachine(string target, string engine, DateTimeOffset at) =>
        Moving(TranslationState.Machine, target, engine, at, State <= TranslationState.Machine);

    /// What a person wrote, or made of a machine's words. A draft again after a review needs another review.
    public Moved Drafted(string target, string translator, DateTimeOffset at) =>
        Moving(TranslationState.HumanDraft, target, translator, at, allowed: true);

    /// A second person has read it against the source. Refuses: the translator; anything but a person's
    /// draft.
    public Moved Reviewed(string reviewer, DateTimeOffset at)
    {
        if (State != TranslationState.HumanDraft) return new(null, Moved.WrongState);
        // Accounts are the same whichever way they are written.
        if (reviewer.Trim().Length == 0
            || reviewer.Trim().Equals(Translator.Trim(), StringComparison.OrdinalIgnoreCase))
            return new(null, Moved.SamePerson);
        return new(this with { State = TranslationState.Reviewed, Reviewer = reviewer, At = at }, "");
    }

    Moved Moving(TranslationState state, string target, string by, DateTimeOffset at, bool allowed)
    {
        if (!allowed) return new(null, Moved.WrongState);
        if (by.Trim().Length == 0) return new(null, Moved.SamePerson);
        if (target.Trim().Length == 0 || target.Length > LettersMax) return new(null, Moved.NoText);
        return new(this with { State = state, Target = target, Translator = by, Reviewer = "", At = at }, "");
    }
}

/// A unit after a move, or why it may not move.
public sealed record Moved(TranslationUnit? Unit, string Refused)
{
    public const string WrongState = "WRONG_STATE";
    public const string SamePerson = "SAME_PERSON";
    public const string NoText = "NO_TEXT";
}
