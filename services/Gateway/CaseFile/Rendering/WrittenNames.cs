using Referral.Contracts.Desk;
using Referral.Language;
using LetterName = Referral.Contracts.Letters.PersonName;
using LetterOrder = Referral.Contracts.Letters.NameOrder;

namespace Referral.Gateway.CaseFile.Rendering;

/// <summary>Names: as written, and the forms the reader can read. None is confirmed; a person
/// confirms.</summary>
internal static class WrittenNames
{
    public static Shown Of(LetterName name, Reading reading) =>
        new(name.AsWritten, reading.Writer, Forms(name, reading.Reader));

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
