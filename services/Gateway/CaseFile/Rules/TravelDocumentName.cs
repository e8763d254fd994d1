using Referral.Gateway.Agreements;
using Referral.Language.Cards;

namespace Referral.Gateway.CaseFile.Rules;

/// <summary>
/// A travel document carries the spelling of the person's own document, or one that a person confirmed;
/// never a
/// form that a rule made (REF-2308).
/// </summary>
internal static class TravelDocumentName
{
    public static Refusal? Look(NameCard card) =>
        card.LatinForTravelDocument is null ? Refusals.Field(Refusals.NameNotConfirmed, "name_native") : null;
}
