using Referral.Language.Gazetteer;
using Referral.Language.Translation;

namespace Referral.Gateway.Texts;

/// <summary>
/// One free text of a case and its translation. What a person or a machine wrote is kept masked: names,
/// places and numbers are put back only for those who may read the field.
/// </summary>
/// <param name="Id">Of the task that it is named by.</param>
/// <param name="Field">Key of the field.</param>
/// <param name="Revision">Grows with each change of source or draft.</param>
/// <param name="Names">What is masked, as it stood when the unit began.</param>
/// <param name="Unit">Source as written, and the masked translation.</param>
/// <param name="Places">
/// Likewise; null for a unit from before places were masked, whose draft has no signs for them.
/// </param>
internal sealed record TextUnit(
    Guid Id, string Field, long Revision, IReadOnlyList<string> Names, TranslationUnit Unit,
    IReadOnlyList<string>? Places = null)
{
    public Masking Masked() => Masking.Of(Unit.Source, Names, Places);

    /// <summary>
    /// The translation with names and numbers in their places, and places written for its reader; null while
    /// there is none.
    /// </summary>
    public string? Translated() => Unit.State == TranslationState.Untranslated ? null
        : Masked().PutBack(Unit.Target, place => Language.Places.For(place, Unit.TargetLanguage));

    /// <summary>Whether the text is masked alike with what is known now.</summary>
    public bool IsMaskedAlike(Hiding now) => Masked().Text
        == Masking.Of(Unit.Source, now.Names, Places is null ? null : now.Places).Text;

    public TextUnit Moved(TranslationUnit unit) => this with { Unit = unit, Revision = Revision + 1 };
}

/// <summary>What is masked in the texts of a case.</summary>
internal sealed record Hiding(IReadOnlyList<string> Names, IReadOnlyList<string> Places)
{
    /// <summary>With the places of the lists that stand in this text.</summary>
    public Hiding In(string text) => this with { Places = [.. Places.Union(PlacesInText.Of(text))] };
}

/// <summary>All units of one case.</summary>
internal sealed record CaseTexts(IReadOnlyList<TextUnit> Units)
{
    public static CaseTexts None { get; } = new([]);

    public TextUnit? Find(Guid id) => Units.FirstOrDefault(one => one.Id == id);

    public TextUnit? Of(string field) => Units.FirstOrDefault(one => one.Field == field);

    /// <summary>With this unit in the place of the one of the same field.</summary>
    public CaseTexts With(TextUnit unit) =>
        new([.. Units.Where(one => one.Field != unit.Field), unit]);

    public CaseTexts Without(string field) => new([.. Units.Where(one => one.Field != field)]);

    /// <summary>The translation of this very text for a reader; null where there is none.</summary>
    public TextUnit? For(string field, string text, string reader) => Of(field) is { } unit
        && unit.Unit.Source == text && unit.Unit.TargetLanguage == reader
        && unit.Unit.State != TranslationState.Untranslated ? unit : null;
}
