using Referral.Contracts.Language;
using Referral.Language.Translation;

namespace Referral.LanguageHost;

/// <summary>A translation's move, from the words of the contract to those of the library and back.</summary>
internal static class TranslationMoves
{
    /// <summary>Null where a state is none, or none to move to.</summary>
    public static MoveTranslationAnswer? Of(MoveTranslationRequest request)
    {
        if (request.Unit is not { } told || TranslationStates.Of(told.State) is not { } state)
            return null;
        var unit = new TranslationUnit(told.Id, told.SourceLanguage, told.TargetLanguage, told.Source,
            told.Target, state, told.Translator, told.Reviewer, null);
        var now = TimeProvider.System.GetUtcNow();
        return TranslationStates.Of(request.ToState) switch
        {
            TranslationState.Glossary => Told(unit.FromGlossary(request.Target, now)),
            TranslationState.Machine => Told(unit.FromMachine(request.Target, request.By, now)),
            TranslationState.HumanDraft => Told(unit.Drafted(request.Target, request.By, now)),
            TranslationState.Reviewed => Told(unit.Reviewed(request.By, now)),
            _ => null,
        };
    }

    private static MoveTranslationAnswer Told(Moved moved) => new()
    {
        Refused = moved.Refused,
        Unit = moved.Unit is not { } unit ? null : new TranslatedText
        {
            Id = unit.Id, SourceLanguage = unit.SourceLanguage, TargetLanguage = unit.TargetLanguage,
            Source = unit.Source, Target = unit.Target, State = TranslationStates.CodeOf(unit.State),
            Translator = unit.Translator, Reviewer = unit.Reviewer,
        },
    };
}
