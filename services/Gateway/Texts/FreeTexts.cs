using System.Collections;
using Google.Protobuf;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Language;
using Referral.Language.Cards;
using PersonName = Referral.Contracts.Letters.PersonName;

namespace Referral.Gateway.Texts;

/// <summary>A text that a person wrote into a field.</summary>
internal sealed record FreeText(string Field, string Text, string Language);

/// <summary>
/// Which fields of a folder or a letter hold free text, and which names stand beside it. Texts of class P4
/// are for nobody outside the house and become no units.
/// </summary>
internal static class FreeTexts
{
    // A word of the officer's own, without a language of its own.
    private const string Ethnicity = "ethnicity_language_group";

    // A shorter part of a name is a part of too many other words.
    private const int PartLettersLeast = 3, HanPartLettersLeast = 2;

    private static readonly string[] Classes = ["P1", "P2", "P3"];

    // A note stands in no row of the field list.
    private const string Note = "note.";

    /// <summary>Name of a note as a field, by its place among the case's notes, from 0.</summary>
    public static string NoteField(int at) => Note + Step.Text(at + 1);

    /// <summary>Whether a unit is of words beside an event, not of a field.</summary>
    public static bool IsNote(string field) => field.StartsWith(Note, StringComparison.Ordinal);

    /// <param name="values">What is held, by field.</param>
    /// <param name="writer">Language of the side that wrote it, where a text names none.</param>
    public static IEnumerable<FreeText> In(FieldValues values, string writer) =>
        from held in values
        where Classes.Contains(FieldBook.Shipped.Find(held.Key)?.Class)
        let text = held.Value switch
        {
            WrittenText written => new FreeText(
                held.Key, written.Text, written.Language.Length > 0 ? written.Language : writer),
            string word when held.Key == Ethnicity => new FreeText(held.Key, word, writer),
            _ => null,
        }
        where text is not null && text.Text.Trim().Length > 0
        select text;

    /// <summary>Names of persons, numbers of papers and telephones, however deep they stand.</summary>
    public static IEnumerable<string> NamesIn(IEnumerable<KeyValuePair<string, object>> values) =>
        values.SelectMany(held => NamesIn(held.Value)).Where(name => name.Length > 0).Distinct();

    /// <summary>A name as written, and the parts by which a text may call the person.</summary>
    public static IEnumerable<string> WithParts(string name) =>
    [
        name,
        .. NameCards.Of(name).Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IsTold),
    ];

    /// <summary>Places that fields tell, whole and each name in them, however deep they stand.</summary>
    public static IEnumerable<string> PlacesIn(IEnumerable<KeyValuePair<string, object>> values) =>
        values.SelectMany(held => PlacesIn(held.Value)).SelectMany(PlaceParts).Distinct();

    /// <summary>A place as written, and the names by which a text may call it.</summary>
    public static IEnumerable<string> PlaceParts(string place) =>
        place.Length == 0 ? [] : [place, .. Places.NamesIn(place).Where(IsTold)];

    private static IEnumerable<string> PlacesIn(object? value) => value switch
    {
        Place place => [place.AsWritten, place.OwnLanguage],
        AccompanyingChild child => [child.Birthplace],
        IdDocument paper => [paper.IssuedAt],
        IEnumerable list and not string => list.Cast<object>().SelectMany(PlacesIn),
        _ => [],
    };

    private static bool IsTold(string part) => part.Length >= PartLettersLeast
        || (part.Length >= HanPartLettersLeast && Scripts.Of(part) == "Hans");

    private static IEnumerable<string> NamesIn(object? value) => value switch
    {
        PersonName name =>
            [.. WithParts(name.AsWritten), name.Family, name.Middle, name.Given],
        OtherName other => WithParts(other.Text),
        Relative relative => [.. NamesIn(relative.Name), relative.Telephone],
        IdDocument paper => [paper.Number],
        IMessage message => message.Descriptor.Fields.InFieldNumberOrder()
            .SelectMany(field => NamesIn(field.Accessor.GetValue(message))),
        string => [],
        IEnumerable list => list.Cast<object>().SelectMany(NamesIn),
        _ => [],
    };
}
