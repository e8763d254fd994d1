namespace Referral.Language.Translation;

/// What a translation is worth, from least to most. Only Reviewed was read by a second person.
public enum TranslationState { Untranslated, Glossary, Machine, HumanDraft, Reviewed }

/// The codes of these states as documents carry them.
public static class TranslationStates
{
    static readonly string[] Codes = ["UNTRANSLATED", "GLOSSARY", "MACHINE", "HUMAN_DRAFT", "REVIEWED"];

    public static string CodeOf(TranslationState state) => Codes[(int)state];

    /// Null for a code that is none.
    public static TranslationState? Of(string? code) =>
        Array.IndexOf(Codes, code) is var at and >= 0 ? (TranslationState)at : null;
}
