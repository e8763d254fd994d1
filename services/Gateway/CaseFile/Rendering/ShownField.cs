using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.Texts;
using Referral.Language.Translation;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>How the value of one field is shown, by what it is: code, name, date, place, free text or a
/// list.</summary>
internal static class ShownField
{
    /// <summary>Code of list rendering.</summary>
    public const string Translation = "translation";

    // Fields without a code list whose words are free text all the same.
    private static readonly string[] Worded =
        ["ethnicity_language_group", "shelter_name_address", "safe_contact"];

    private static readonly string[] Dates = ["identification_date", "exploitation_from", "exploitation_to"];

    private static readonly string[] Posts = ["identification_body", "responsible_post"];

    public static Shown Of(CaseField field, object value, Reading reading) => value switch
    {
        // Emptied by a correction.
        "" => new("", reading.Writer, []),
        bool => Codes.Yes(reading),
        string date when Dates.Contains(field.Key) => WrittenDates.Of(date, reading),
        string text when Worded.Contains(field.Key) => Free(new(field.Key, text, reading.Writer), reading),
        string post when Posts.Contains(field.Key) => PostNames.Of(post, reading),
        string code when field.List is { } list => Codes.Of(list, [code], reading),
        string text => new(text, reading.Writer, []),
        IReadOnlyList<string> codes when field.List is { } list => Codes.Of(list, codes, reading),
        IReadOnlyList<SpokenLanguage> spoken => Codes.Spoken(spoken, reading),
        IReadOnlyList<IdDocument> papers => Entries.Papers(papers, reading),
        CorrectionNamed named => Codes.Of("correction_reason", [named.Reason], reading),
        NationalityAnswer answer => Codes.Answer(answer, reading),
        PersonName name => WrittenNames.Of(name, reading, reading.Beside.Names),
        IReadOnlyList<PersonName> names => Entries.Names(names, reading),
        IReadOnlyList<OtherName> names => Entries.OtherNames(names, reading),
        IReadOnlyList<Relative> relatives => Entries.Relatives(relatives, reading),
        IReadOnlyList<AccompanyingChild> children => Entries.Children(children, reading),
        BirthDate birth => WrittenDates.Of(birth, reading),
        Place place => WrittenPlaces.Of(place, reading),
        WrittenText text => Free(new(field.Key, text.Text, text.Language), reading),
        DiplomaticNoteReference note => Diplomacy.Of(note, reading),
        CaseTransferredOfChannel change => Diplomacy.Of(change, reading),
        _ => new("", reading.Writer, []),
    };

    // Where nobody translated it yet nothing honest can be made of it here: the original alone.
    public static Shown Free(FreeText free, Reading reading) =>
        reading.Beside.Texts.For(free.Field, free.Text, reading.Reader) is { } unit
            && unit.Translated() is { } translated
            ? new(free.Text, free.Language, [Made(unit, translated)])
            : new(free.Text, free.Language, [], Untranslated: free.Language != reading.Reader);

    // What it is worth stands with it, wherever it is shown or printed.
    private static RenderingView Made(TextUnit unit, string translated) => new()
    {
        Text = translated,
        Kind = Translation,
        Script = ReaderWords.Script(unit.Unit.TargetLanguage),
        Scheme = TranslationStates.CodeOf(unit.Unit.State),
        TranslationState = TranslationStates.CodeOf(unit.Unit.State),
        Source = unit.Unit.State == TranslationState.Machine ? unit.Unit.Translator : "",
        Reviewed = unit.Unit.State == TranslationState.Reviewed,
    };
}
