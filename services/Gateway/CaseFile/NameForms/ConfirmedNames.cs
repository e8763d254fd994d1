using Referral.Contracts.Desk;
using Referral.Gateway.Status;
using Referral.Language;
using Referral.Language.Cards;

namespace Referral.Gateway.CaseFile.NameForms;

/// <summary>Forms that were confirmed, oldest first. Sealed like the folder.</summary>
internal sealed record ConfirmedNames(IReadOnlyList<ConfirmedName> Entries)
{
    public static ConfirmedNames None { get; } = new([]);

    public ConfirmedNames With(ConfirmedName entry) => new([.. Entries, entry]);

    /// <summary>
    /// What counts for this name: the latest of a script, a document's before a confirmed one.
    /// </summary>
    public IEnumerable<ConfirmedName> Of(string asWritten) => Entries
        .Where(one => one.Name == asWritten)
        .GroupBy(one => (Scripts.Of(one.Form), one.IsOfDocument)).Select(same => same.Last())
        .OrderByDescending(one => one.IsOfDocument);

    /// <summary>The library's card of this name, with what was confirmed of it.</summary>
    public NameCard Card(string asWritten)
    {
        var card = NameCards.Of(asWritten);
        foreach (var one in Of(asWritten))
        {
            card = one.IsOfDocument ? card.WithDocument(one.Form, one.Document)
                : card.Confirm(one.Form, one.By, one.At);
        }

        return card with { Forms = [.. card.Forms.OrderBy(form => form.Origin)] };
    }

    /// <summary>Beside the name, for every reader: who said so and when, in the place of a scheme.</summary>
    public IEnumerable<RenderingView> Shown(string asWritten) => Of(asWritten).Select(one => new RenderingView
    {
        Text = one.Form,
        Kind = one.IsOfDocument ? "own_document" : "confirmed",
        Script = Scripts.Of(one.Form),
        Source = $"{one.Post} {DueDates.Text(DateOnly.FromDateTime(one.At.UtcDateTime))}",
        Reviewed = true,
        Confidence = 1,
    });
}

/// <param name="Name">The name as it stood in the file.</param>
/// <param name="Form">What was confirmed.</param>
/// <param name="Document">Code of list document_type where her document shows it; else empty.</param>
/// <param name="By">Account of the officer.</param>
internal sealed record ConfirmedName(
    string Name, string Form, string Document, string By, string Post, DateTimeOffset At)
{
    public bool IsOfDocument => Document.Length > 0;
}
