using Google.Protobuf;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile.Rules;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>
/// The fields of a folder or of received letters as one reader sees them: the original as written, and beside
/// it what can honestly be made for her. One view a field, in the order of the field list. Who may see which
/// is asked in NeedToKnow.
/// </summary>
internal static class FieldViews
{
    /// <summary>Own folder: the writer is this side.</summary>
    public static IReadOnlyList<FieldView> Of(Folder folder, string writerLanguage, string readerLanguage)
    {
        var held = FolderFields.Of(folder);
        // The parents stand among the relatives; they are a field of their own only where the relatives may
        // not go.
        return Of(held.Only([.. held.Keys.Where(k => k != "parents" || !held.Holds("relatives"))]),
            new(writerLanguage, readerLanguage));
    }

    /// <summary>Letters of the other side in their order; a later letter's field stands for an earlier
    /// one's.</summary>
    public static IReadOnlyList<FieldView> Of(
        IEnumerable<Letter> received, string writerLanguage, string readerLanguage)
    {
        using var span = Trace.Here();
        var latest = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (key, value) in received.SelectMany(LetterFields.Values))
            latest[key] = value;
        return Of(latest, new(writerLanguage, readerLanguage));
    }

    private static IReadOnlyList<FieldView> Of(IEnumerable<KeyValuePair<string, object>> held,
        Reading reading) =>
    [
        .. from entry in held.SelectMany(WithBasis)
           let field = FieldBook.Shipped.Find(entry.Key)
           where field is not null
           orderby field.Number
           select View(field, entry.Value, reading),
    ];

    // The date's basis is a code of its own: documented, declared or estimated.
    private static IEnumerable<KeyValuePair<string, object>> WithBasis(KeyValuePair<string, object> entry)
    {
        yield return entry;
        if (entry.Value is BirthDate { Basis.Length: > 0 } birth)
            yield return new("birth_basis", birth.Basis);
    }

    private static FieldView View(CaseField field, object value, Reading reading)
    {
        var shown = ShownField.Of(field, value, reading);
        return new FieldView
        {
            Key = field.Key,
            Number = (uint)field.Number,
            Section = field.Section,
            DataClass = field.Class,
            Label = LabelOf("field", field.Key, reading.Reader),
            Original = shown.Original,
            OriginalLanguage = shown.Language,
            Untranslated = shown.Untranslated,
            Renderings = { shown.Renderings },
        };
    }

    /// <summary>A label of the vocabulary in the reader's language, with its mark.</summary>
    public static LabelView LabelOf(string list, string code, string language)
    {
        var label = VocabularyBook.Shipped.Of(list, code, language);
        return new()
        {
            Text = label.Text, Language = label.Language, Fallback = label.IsFallback, Mark = label.Mark,
            Code = code,
        };
    }
}

/// <summary>Whose words these are and who reads them: languages lo, th, zh, vi or en.</summary>
internal sealed record Reading(string Writer, string Reader)
{
    public bool SameLanguage => Writer == Reader;
}

/// <summary>One field's original and renderings.</summary>
/// <param name="Language">Language of the original: English where the writer's vocabulary lacks the
/// label.</param>
internal sealed record Shown(
    string Original, string Language, IReadOnlyList<RenderingView> Renderings, bool Untranslated = false);
