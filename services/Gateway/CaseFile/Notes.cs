using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rendering;

namespace Referral.Gateway.CaseFile;

/// <summary>
/// What officers wrote beside events, oldest first. Sealed like the folder; in no letter's row.
/// </summary>
internal sealed record Notes(IReadOnlyList<NoteEntry> Entries)
{
    public static Notes Empty { get; } = new([]);

    public Notes With(NoteEntry entry) => new([.. Entries, entry]);

    public IEnumerable<NoteView> Shown(string language) => Entries.Select(entry => new NoteView
    {
        Event = FieldViews.LabelOf("event", entry.Event, language),
        HappenedOn = entry.HappenedOn,
        Post = entry.Post,
        Text = entry.Text,
    });
}

/// <param name="Event">Code of list event; a hold under its neutral name.</param>
internal sealed record NoteEntry(string Event, string HappenedOn, string Post, string Text);
