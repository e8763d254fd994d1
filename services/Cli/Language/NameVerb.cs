using System.CommandLine;
using System.Globalization;
using Referral.Language.Cards;

namespace Referral.Cli.Language;

/// <summary>`referral name`: the name card of one name, as a table.</summary>
internal static class NameVerb
{
    public static Verb Build(Screen screen)
    {
        var name = new Argument<string>("NAME") { Description = "A name as a document writes it" };
        var document = new Option<string?>("--document")
        {
            Description = "The Latin spelling the person's document shows",
        };
        var verb = new Verb("name",
            "Shows the name card: every form of a name, where it comes from, how sure.",
            "referral name \"นางสาวบัววัน สีดา\"", "referral name \"王小明\" --document \"WANG XIAOMING\"")
        {
            name, document,
        };
        verb.SetAction((parsed, _) =>
        {
            var card = NameCards.Of(parsed.GetValue(name)!);
            if (parsed.GetValue(document) is { Length: > 0 } latin) card = card.WithDocument(latin,
                "DOCUMENT");
            return Task.FromResult(Print(screen, card));
        });
        return verb;
    }

    public static int Print(Screen screen, NameCard card)
    {
        screen.Table(["", ""],
        [
            ["as written", card.AsWritten], ["script", card.Script], ["title", card.Title], ["name",
                card.Name],
        ]);
        screen.Line();
        if (card.Forms.Count == 0)
        {
            screen.Wrong($"No form could be made: {card.Reason}.");
            return Exit.BadInput;
        }
        screen.Table(["form", "script", "scheme", "engine", "confidence", "origin"], card.Forms.Select(form =>
            new[]
            {
                form.Text, form.Script, $"{form.Key} ({form.Scheme})", form.Version,
                form.Confidence.ToString("0.0", CultureInfo.InvariantCulture),
                form.Origin.ToString().ToLowerInvariant(),
            }));
        screen.Line();
        screen.Quiet(card.LatinForTravelDocument is { } latin
            ? $"May stand on a travel document: {latin.Text}"
            : "No form may stand on a travel document until a person has confirmed it (REF-2308).");
        return Exit.Holds;
    }
}
