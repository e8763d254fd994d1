using Google.Protobuf.WellKnownTypes;
using Referral.Contracts.Desk;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Corrections;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;
using Referral.Language.Cards;
using PersonName = Referral.Contracts.Letters.PersonName;

namespace Referral.Gateway.CaseFile.NameForms;

/// <summary>The card of the name that the file, or the letters that arrived, hold now.</summary>
internal static class CaseNameCard
{
    private const string Field = "name_native";

    public static async Task<NameCardView> Of(Step step, CaseRow row)
    {
        var confirmed = await step.Names(row);
        var name = await NameIn(step, row);
        var card = confirmed.Card(name);
        return new NameCardView
        {
            Case = row.LocalNumber,
            AsWritten = card.AsWritten,
            Script = card.Script,
            Forms = { card.Forms.Select(form => View(form, confirmed.Of(name))) },
        };
    }

    /// <summary>The one spelling that a travel document may carry. Refuses: REF-2308.</summary>
    public static async Task<Decision<NameFormView>> ForTravelDocument(Step step, CaseRow row)
    {
        var confirmed = await step.Names(row);
        var name = await NameIn(step, row);
        var card = confirmed.Card(name);
        return TravelDocumentName.Look(card) is { } refusal ? refusal
            : View(card.LatinForTravelDocument!, confirmed.Of(name));
    }

    /// <summary>Empty where none is known.</summary>
    public static async Task<string> NameIn(Step step, CaseRow row) => (row.Side == Sides.Host
        ? (await step.Folder(row)).Person.Name
        : TakenTogether.Of(await CaseViews.Letters(step, row)).Latest.GetValueOrDefault(Field) as PersonName)
        ?.AsWritten ?? "";

    private static NameFormView View(NameForm form, IEnumerable<ConfirmedName> confirmed)
    {
        var by = form.Origin == FormOrigin.Generated ? null : confirmed.FirstOrDefault(one =>
            one.Form == form.Text && one.IsOfDocument == (form.Origin == FormOrigin.Document));
        return new NameFormView
        {
            Text = form.Text,
            Script = form.Script,
            Key = form.Key,
            Origin = form.Origin.ToString().ToUpperInvariant(),
            Document = by?.Document ?? "",
            Confidence = form.Confidence,
            ConfirmedBy = by?.By ?? "",
            ConfirmedAtPost = by?.Post ?? "",
            ConfirmedAt = by is null ? null : Timestamp.FromDateTimeOffset(by.At),
        };
    }
}
