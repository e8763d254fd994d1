using Google.Protobuf;
using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Corrections;
using Referral.Gateway.Texts;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>
/// The fields of a folder or of received letters as one reader sees them: the original as written, and beside
/// it what can honestly be made for her. One view a field, in the order of the field list. Who may see which
/// is asked in NeedToKnow.
/// </summary>
internal static class FieldViews
{
    /// <summary>Own folder: the writer is this side.</summary>
    public static IReadOnlyList<FieldView> Of(
        Folder folder, string writerLanguage, string readerLanguage, Func<string, Post?>? postOf = null,
        Beside? beside = null)
    {
        var held = FolderFields.Of(folder);
        // The parents stand among the relatives; they are a field of their own only where the relatives may
        // not go.
        return Of(held.Only([.. held.Keys.Where(k => k != "parents" || !held.Holds("relatives"))]),
            Reading(writerLanguage, readerLanguage, postOf, beside));
    }

    /// <summary>Letters of the other side in their order; a later letter's field stands for an earlier
    /// one's; what a correction replaced is shown beside it.</summary>
    public static IReadOnlyList<FieldView> Of(
        IEnumerable<Letter> received, string writerLanguage, string readerLanguage,
        Func<string, Post?>? postOf = null, Beside? beside = null)
    {
        using var span = Trace.Here();
        var taken = TakenTogether.Of(received);
        var reading = Reading(writerLanguage, readerLanguage, postOf, beside);
        // A field that a correction emptied is shown for what it was.
        var emptied = taken.Corrected.Where(key => !taken.Latest.ContainsKey(key))
            .Select(key => KeyValuePair.Create(key, (object)""));
        var views = Of(taken.Latest.Concat(emptied), reading);
        foreach (var view in views)
            view.Earlier.Add(taken.Before(view.Key).Select(one => Earlier(view, one, reading)));
        return views;
    }

    /// <summary>Words beside an event, with the translation there is.</summary>
    public static NoteView Note(FreeText text, string reader, CaseTexts texts, NoteView view)
    {
        var shown = ShownField.Free(text, new Reading(text.Language, reader)
        {
            Beside = Beside.Nothing with { Texts = texts },
        });
        view.Text = shown.Original;
        view.Language = shown.Language;
        view.Untranslated = shown.Untranslated;
        view.Renderings.Add(shown.Renderings.Select(one => InWords(one, reader)));
        return view;
    }

    private static Reading Reading(
        string writer, string reader, Func<string, Post?>? postOf, Beside? beside) =>
        new(writer, reader) { PostOf = postOf ?? (_ => null), Beside = beside ?? Beside.Nothing };

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

    private static EarlierField Earlier(FieldView now, Replaced before, Reading reading)
    {
        var shown = ShownField.Of(FieldBook.Shipped.Find(now.Key)!, before.Value, reading);
        return new EarlierField
        {
            Original = shown.Original,
            OriginalLanguage = shown.Language,
            Renderings = { shown.Renderings.Select(r => InWords(r, reading.Reader)) },
            CorrectedBy = before.CorrectedBy,
        };
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
            Renderings = { shown.Renderings.Select(r => InWords(r, reading.Reader)) },
        };
    }

    // Schemes and sources are codes too: their words stand in the vocabulary.
    private static RenderingView InWords(RenderingView rendering, string language)
    {
        var words = rendering.Clone();
        words.Scheme = Told(rendering.Kind == ShownField.Translation ? "translation_state" : "scheme",
            rendering.Scheme, language);
        words.Source = Told("rendering_source", rendering.Source, language);
        return words;
    }

    private static string Told(string list, string code, string language) =>
        VocabularyBook.Shipped.Knows(list, code)
            ? VocabularyBook.Shipped.Of(list, code, language).Text : code;

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
/// <param name="Writer">Language of the words.</param>
/// <param name="Reader">Language of who reads them.</param>
internal sealed record Reading(string Writer, string Reader)
{
    /// <summary>A post by its id, from the directories that this gateway holds.</summary>
    public Func<string, Post?> PostOf { get; init; } = _ => null;

    /// <summary>What people made for the readers.</summary>
    public Beside Beside { get; init; } = Beside.Nothing;
}

/// <summary>One field's original and renderings.</summary>
/// <param name="Language">Language of the original: English where the writer's vocabulary lacks the
/// label.</param>
internal sealed record Shown(
    string Original, string Language, IReadOnlyList<RenderingView> Renderings, bool Untranslated = false);
