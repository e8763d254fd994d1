using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Referral.Contracts.Letters;
using Referral.Gateway.Agreements;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>Length and characters of every text of a section, however deep it stands. Refuses REF-2008,
/// REF-2009.</summary>
internal static class TextChecks
{
    private static readonly string[] Long = ["shelter_name_address", "safe_contact"];

    public static Refusal? Look(FieldValues values, FolderLimits limits) =>
        values.Select(v => Look(v.Key, v.Value, limits)).FirstOrDefault(r => r is not null);

    private static Refusal? Look(string field, object? value, FolderLimits limits) => value switch
    {
        WrittenText text => Text(field, text.Text, limits.TextCharactersMax)
            ?? Text(field, text.Language, limits.NameCharactersMax),
        string text => Text(
            field, text, Long.Contains(field) ? limits.TextCharactersMax : limits.NameCharactersMax),
        ICollection list when list.Count > limits.ListEntriesMax =>
            TooLong(field, limits.ListEntriesMax, "entries"),
        IEnumerable list =>
            list.Cast<object>().Select(e => Look(field, e, limits)).FirstOrDefault(r => r is not null),
        IMessage message => message.Descriptor.Fields.InFieldNumberOrder()
            .Select(f => Look(field, f.Accessor.GetValue(message), limits))
                .FirstOrDefault(r => r is not null),
        _ => null,
    };

    /// <summary>A language that desks read; empty where none was named.</summary>
    public static Refusal? Language(string field, string language) =>
        language.Length == 0 || DeskLanguages.All.Contains(language) ? null
            : Refusals.Field(Refusals.FieldNotValid, field, ("rule", string.Join(' ', DeskLanguages.All)));

    /// <summary>One text: within its limit and made of whole characters.</summary>
    public static Refusal? Text(string field, string text, int most)
    {
        if (text.Length > most)
            return TooLong(field, most, "characters");
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]) && text[at] != '\n')
                return Refusals.Field(Refusals.FieldNotValid, field, ("rule", "NO-CONTROL-CHARACTERS"));
            if (!char.IsSurrogate(text[at]))
                continue;
            if (!char.IsSurrogatePair(text, at))
                return Refusals.Field(Refusals.FieldNotValid, field, ("rule", "WHOLE-CHARACTERS"));
            at++;
        }
        return null;
    }

    private static Refusal TooLong(string field, int most, string unit) =>
        Refusals.Field(Refusals.TooLong, field,
            ("limit", most.ToString(CultureInfo.InvariantCulture)), ("unit", unit));
}
