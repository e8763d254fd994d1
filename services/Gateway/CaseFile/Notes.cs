using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Texts;

namespace Referral.Gateway.CaseFile;

/// <summary>
/// What officers wrote beside events, oldest first. Sealed like the folder; in no letter's row.
/// </summary>
internal sealed record Notes(IReadOnlyList<NoteEntry> Entries)
{
    public static Notes Empty { get; } = new([]);

    public Notes With(NoteEntry entry) => new([.. Entries, entry]);

    /// <summary>Each as free text, named by its place; ours: language of notes that name none.</summary>
    public IEnumerable<FreeText> Texts(string ours) => Entries.Select((entry, at) =>
        new FreeText(FreeTexts.NoteField(at), entry.Text, entry.Language.Length > 0 ? entry.Language : ours));

    public IEnumerable<NoteView> Shown(string language, string ours, CaseTexts texts) =>
        Texts(ours).Zip(Entries, (text, entry) =>
            FieldViews.Note(text, language, texts, new NoteView
            {
                Event = FieldViews.LabelOf("event", entry.Event, language),
                HappenedOn = entry.HappenedOn,
                Post = entry.Post,
            }));
}

/// <param name="Event">Code of list event; a hold under its neutral name.</param>
/// <param name="Language">ISO 639-1; empty where nothing was said: the country's.</param>
internal sealed record NoteEntry(
    string Event, string HappenedOn, string Post, string Text, string Language = "");
