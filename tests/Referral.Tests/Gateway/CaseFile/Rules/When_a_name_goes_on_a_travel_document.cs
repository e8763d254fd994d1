using Referral.Gateway.CaseFile.Rules;
using Referral.Language.Cards;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.Rules;

/// <summary>The person is invented.</summary>
public sealed class When_a_name_goes_on_a_travel_document
{
    private static readonly NameCard Card = NameCards.Of("ບົວວັນ ສີດາ");

    [Fact]
    public void a_generated_form_is_refused() =>
        TravelDocumentName.Look(Card)!.Code.ShouldBe("REF-2308");

    [Fact]
    public void the_spelling_of_the_own_document_is_taken() =>
        TravelDocumentName.Look(Card.WithDocument("BOUAVANH SIDA", "passport")).ShouldBeNull();

    [Fact]
    public void a_confirmed_form_is_taken() => TravelDocumentName
        .Look(Card.Confirm("Bouavan Sida", "officer", DateTimeOffset.UnixEpoch)).ShouldBeNull();
}
