using Microsoft.EntityFrameworkCore;
using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.CaseFile.NameForms;

/// <summary>Through the doors of both sides. The person is invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_form_of_a_name_is_confirmed(RunningGateways gateways)
{
    private static readonly string Written = InventedPerson.Person().Name.AsWritten;

    [Fact]
    public async Task a_travel_document_carries_it_and_nothing_before()
    {
        var (desk, number) = await AtTheOrigin();
        var made = await Card(desk, number);
        made.AsWritten.ShouldBe(Written);
        made.Forms.ShouldAllBe(form => form.Origin == "GENERATED" && form.ConfirmedBy == "");
        (await desk.Refuses(desk.Officer, Travel(number))).Code.ShouldBe("REF-2308");
        var rtgs = made.Forms.First(form => form.Key == "rtgs").Text;

        var confirmed = await desk.Does(desk.Officer, Confirm(number, rtgs));

        var first = confirmed.Forms[0];
        (first.Text, first.Origin, first.Key, first.ConfirmedBy, first.ConfirmedAtPost, first.Confidence)
            .ShouldBe((rtgs, "CONFIRMED", "rtgs", desk.Officer.Account, "LA-HOME", 1));
        first.ConfirmedAt.ShouldNotBeNull();
        (await desk.Does(desk.Officer, Travel(number))).ShouldBe(first);
        var shown = (await desk.Does(desk.Officer,
            (door, o) => door.GetCaseAsync(new() { Case = number }, o))).Fields
            .Single(field => field.Key == "name_native");
        shown.Original.ShouldBe(Written);
        (shown.Renderings[0].Text, shown.Renderings[0].Kind, shown.Renderings[0].Reviewed)
            .ShouldBe((rtgs, "confirmed", true));
        shown.Renderings[0].Source.ShouldStartWith("LA-HOME ");
        shown.Renderings.Skip(1).ShouldAllBe(made => !made.Reviewed && made.Text != rtgs);
    }

    [Fact]
    public async Task the_later_of_two_counts_and_the_document_before_both()
    {
        var (desk, number) = await AtTheOrigin();
        await desk.Does(desk.Officer, Confirm(number, "Buavan Sisavat"));
        await desk.Does(desk.Verifier, Confirm(number, "Bouavanh Sisavath"));

        (await desk.Does(desk.Officer, Travel(number))).Text.ShouldBe("Bouavanh Sisavath");

        await desk.Does(desk.Officer, Confirm(number, "BOUAVANH SISAVAT", "PASSPORT"));
        await desk.Does(desk.Officer, Confirm(number, "Bouavan Sisavat"));
        var travel = await desk.Does(desk.Officer, Travel(number));
        (travel.Text, travel.Origin, travel.Document).ShouldBe(("BOUAVANH SISAVAT", "DOCUMENT", "PASSPORT"));
        (await Card(desk, number)).Forms.Select(form => form.Text)
            .ShouldNotContain("Buavan Sisavat");
    }

    [Fact]
    public async Task a_form_in_another_script_does_not_go_on_a_travel_document()
    {
        var (desk, number) = await AtTheOrigin();

        var card = await desk.Does(desk.Officer, Confirm(number, "ບົວວັນ ສີສະຫວັດ"));

        (card.Forms[0].Script, card.Forms[0].Origin).ShouldBe(("Laoo", "CONFIRMED"));
        (await desk.Refuses(desk.Officer, Travel(number))).Code.ShouldBe("REF-2308");
    }

    [Fact]
    public async Task a_name_that_was_corrected_has_nothing_confirmed()
    {
        var one = await PlayedCase.Registered(gateways);
        await one.Home.Does(one.Home.CaseManager, Confirm(one.Number, "Buawan Sisawat"));
        await one.Home.Does(one.Home.Officer, Travel(one.Number));
        var person = InventedPerson.Person();
        person.Name.AsWritten = "นางสาวบัวแก้ว สีสวัสดิ์";
        person.Name.Given = "บัวแก้ว";
        await one.Edit(new() { Person = person });

        (await one.Home.Refuses(one.Home.Officer, Travel(one.Number))).Code.ShouldBe("REF-2308");
        var no = await one.Home.Refuses(one.Home.CaseManager, Confirm(one.Number, "Buawan Sisawat"));
        (no.Code, no.Values["field"]).ShouldBe(("REF-2009", "as_written"));
        (await one.View()).Fields.Single(field => field.Key == "name_native").Renderings
            .ShouldAllBe(form => !form.Reviewed);
    }

    [Theory]
    [InlineData("", "", "REF-2009")]
    [InlineData("12345", "", "REF-2009")]
    [InlineData(" Buawan", "", "REF-2009")]
    [InlineData("Buawan", "SHE_SAID_SO", "REF-2305")]
    public async Task what_is_no_name_or_no_document_is_refused(string form, string document, string code)
    {
        var one = await PlayedCase.Registered(gateways);

        (await one.Home.Refuses(one.Home.CaseManager, Confirm(one.Number, form, document)))
            .Code.ShouldBe(code);

        (await one.Home.Refuses(one.Home.Officer, Travel(one.Number))).Code.ShouldBe("REF-2308");
    }

    [Theory]
    [InlineData("DS", "TH-HOME", "REF-2002")]
    [InlineData("PL", "TH-POLICE", "REF-2002")]
    [InlineData("DO", "TH-TRANS", "REF-2003")]
    [InlineData("CM", "TH-NOWHERE", "REF-2004")]
    public async Task nobody_confirms_but_whoever_writes_names(string role, string post, string code)
    {
        var one = await PlayedCase.Registered(gateways);

        (await one.Home.Refuses(new Seat("invented.else", post, role), Confirm(one.Number, "Buawan")))
            .Code.ShouldBe(code);
    }

    [Fact]
    public async Task neither_journal_nor_database_holds_the_form_in_the_clear()
    {
        var one = await PlayedCase.Registered(gateways);
        await one.Home.Does(one.Home.CaseManager, Confirm(one.Number, "Xanthippe Sisawat"));

        var (sealedParts, journal) = await gateways.Rows("TH", async db => (
            await db.Sections.Where(s => s.Name == "names").Select(s => s.Sealed).ToListAsync(),
            await db.Journal.Select(e => e.Text).ToListAsync()));

        sealedParts.ShouldNotBeEmpty();
        sealedParts.Concat(journal).ShouldAllBe(bytes =>
            !System.Text.Encoding.UTF8.GetString(bytes).Contains("Xanthippe"));
        journal.ShouldContain(text => System.Text.Encoding.UTF8.GetString(text).Contains("name-confirmed"));
    }

    private async Task<(Desk Desk, string Number)> AtTheOrigin()
    {
        var one = await PlayedCase.Released(gateways);
        await one.ArrivesAbroad();
        return (one.Abroad, one.Referral);
    }

    private static Task<NameCardView> Card(Desk desk, string number) =>
        desk.Does(desk.Officer, (door, o) => door.GetNameCardAsync(new() { Case = number }, o));

    private static Func<Cases.CasesClient, Grpc.Core.CallOptions, Grpc.Core.AsyncUnaryCall<NameFormView>>
        Travel(string number) => (door, o) => door.GetTravelDocumentNameAsync(new() { Case = number }, o);

    private static Func<Cases.CasesClient, Grpc.Core.CallOptions, Grpc.Core.AsyncUnaryCall<NameCardView>>
        Confirm(string number, string form, string document = "") => (door, o) => door.ConfirmNameAsync(new()
        {
            CommandId = Desk.NewCommand(), Case = number, AsWritten = Written, Form = form,
            Document = document,
        }, o);
}
