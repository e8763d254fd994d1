using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.NameForms;
using Referral.Language;
using LetterName = Referral.Contracts.Letters.PersonName;
using LetterOrder = Referral.Contracts.Letters.NameOrder;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>
/// Names: as written, what the person's document shows or she confirmed, and the forms that rules make for
/// the reader. A form that was confirmed is not shown as made as well.
/// </summary>
internal static class WrittenNames
{
    public static Shown Of(LetterName name, Reading reading, ConfirmedNames confirmed)
    {
        var said = confirmed.Shown(name.AsWritten).ToList();
        return new(name.AsWritten, reading.Writer,
        [
            .. said, .. Forms(name, reading.Reader).Where(made => said.TrueForAll(s => s.Text != made.Text)),
        ]);
    }

    public static IReadOnlyList<RenderingView> Forms(LetterName name, string readerLanguage) =>
    [
        .. Names.Render(
            new PersonName(
                name.AsWritten, name.Script, Known(name.Title), Known(name.Family), Known(name.Middle),
                Known(name.Given), Order(name.Order)),
            readerLanguage)
            // What stands in the reader's own script comes first.
            .OrderBy(f => f.Script == ReaderWords.Script(readerLanguage) ? 0 : 1).Select(View),
    ];

    public static RenderingView View(RenderedForm form) => new()
    {
        Text = form.Text, Kind = form.Kind.Replace('-', '_'), Script = form.Script, Scheme = form.Scheme,
        Source = form.Source, Reviewed = form.Reviewed, Confidence = form.Confidence,
        EngineVersion = Engine.Version,
    };

    private static string? Known(string part) => part.Length == 0 ? null : part;

    private static NameOrder Order(LetterOrder order) => order switch
    {
        LetterOrder.GivenFamily => NameOrder.GivenFamily,
        LetterOrder.FamilyGiven => NameOrder.FamilyGiven,
        LetterOrder.FamilyMiddleGiven => NameOrder.FamilyMiddleGiven,
        LetterOrder.Single => NameOrder.Single,
        LetterOrder.AsHeard => NameOrder.AsHeard,
        _ => NameOrder.Unknown,
    };
}
