using Referral.Contracts.Desk;
using Referral.Gateway.Door;
using Referral.Gateway.Texts;
using Referral.Language.Translation.Servers;
using Referral.Tests.Gateway.Running;
using Shouldly;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using Xunit;

namespace Referral.Tests.Gateway.Texts;

/// <summary>
/// A folder written in another language, and a played translation server: it proves protocol and masking,
/// not quality. All persons are invented.
/// </summary>
[Collection(AtTheDesk.Name)]
public class When_a_text_changes_or_a_machine_is_asked(RunningGateways gateways)
{
    private const string Forced = "ຂູດຮີດແຮງງານ", ForcedInThai = "การบังคับใช้แรงงานหรือบริการ";

    [Fact]
    public async Task a_draft_of_the_text_as_it_was_is_refused_and_the_unit_begins_anew()
    {
        var one = await TextCase.Kept(gateways);
        var before = await one.Unit();
        var drafted = await one.Draft(before, string.Join(' ', Signs(before)));
        await one.Account("ບົວວັນ ເລົ່າຄືນ (ສົມມຸດ)");

        var no = await one.Reader.Refuses(() => one.Review(drafted));
        (await one.Reader.Refuses(() => one.Draft(drafted, drafted.Draft))).Code.ShouldBe("REF-2702");

        (no.Code, no.Values["value"]).ShouldBe(("REF-2702", "3"));
        var now = await one.Unit();
        (now.Name, now.State.Code, now.Draft).ShouldBe((before.Name, "UNTRANSLATED", ""));
        (await one.Shown("account")).Untranslated.ShouldBeTrue();
    }

    [Fact]
    public async Task a_reviewed_text_that_changes_waits_again_and_one_in_our_language_waits_no_more()
    {
        var one = await TextCase.Kept(gateways);
        var unit = await one.Unit();
        await one.Review(await one.Draft(unit, string.Join(' ', Signs(unit))));
        (await one.Units()).ShouldBeEmpty();

        await one.Account("ເລື່ອງອື່ນ (ສົມມຸດ)");

        var again = (await one.Units()).ShouldHaveSingleItem();
        again.Name.ShouldNotBe(unit.Name);
        again.State.Code.ShouldBe("UNTRANSLATED");
        await one.Account("เรื่องสมมติ", "th");
        (await one.Units()).ShouldBeEmpty();
        (await one.Reader.Refuses(() => one.Get(again.Name))).Code.ShouldBe("REF-2701");
        (await one.Shown("account")).Untranslated.ShouldBeFalse();
    }

    [Fact]
    public async Task a_section_written_again_without_a_change_of_the_text_keeps_the_translation()
    {
        var one = await TextCase.Kept(gateways, "ເລື່ອງສົມມຸດ");
        await one.Draft(await one.Unit(), "เรื่องสมมติ");

        await one.Account("ເລື່ອງສົມມຸດ");

        (await one.Unit()).Draft.ShouldBe("เรื่องสมมติ");
    }

    [Fact]
    public async Task an_agreed_word_that_is_missing_is_told()
    {
        var one = await TextCase.Kept(gateways, $"ນີ້ແມ່ນ {Forced} (ສົມມຸດ)");

        (await one.Draft(await one.Unit(), "ถูกบังคับ (สมมติ)")).MissingWords.ShouldContain(ForcedInThai);
        (await one.Draft(await one.Unit(), $"{ForcedInThai} (สมมติ)")).MissingWords
            .ShouldNotContain(ForcedInThai);
    }

    [Fact]
    public async Task a_text_that_is_an_agreed_word_has_it_at_once_and_nobody_has_reviewed_it()
    {
        var one = await TextCase.Kept(gateways, Forced);

        var unit = await one.Unit();

        (unit.State.Code, unit.Draft).ShouldBe(("GLOSSARY", ForcedInThai));
        (await one.Reader.Refuses(() => one.Review(unit))).Code.ShouldBe("REF-2705");
        (await one.Shown("account")).Renderings.Single().Reviewed.ShouldBeFalse();
    }

    [Fact]
    public async Task no_machine_is_asked_where_the_ministry_switched_none_on()
    {
        var one = await TextCase.Kept(gateways);
        var unit = await one.Unit();

        var no = await one.Reader.Refuses(async () => await one.AskMachine(unit));

        (no.Code, no.Values["reason"]).ShouldBe(("REF-2706", "SWITCHED_OFF"));
        (await one.Unit()).ShouldBe(unit);
    }

    [Fact]
    public async Task a_machine_gets_no_name_and_its_text_never_counts_as_reviewed()
    {
        using var server = WireMockServer.Start();
        server.Given(Request.Create().WithPath("/languages").UsingGet()).RespondWith(Response.Create()
            .WithBodyAsJson(new[] { new { code = "lo" }, new { code = "th" } }));
        server.Given(Request.Create().WithPath("/translate").UsingPost()).RespondWith(Response.Create()
            .WithBodyAsJson(new { translatedText = "⟦1⟧ เล่า (สมมติ)" }));
        using var machine = new MachineDrafts(new TranslationServerSettings
        {
            Enabled = true, Address = new Uri(server.Url!),
        });
        var one = await TextCase.Kept(gateways);
        var unit = await one.Unit();

        await Machine(one, unit, machine);

        server.LogEntries.ShouldAllBe(entry => !(entry.RequestMessage!.Body ?? "").Contains("ບົວວັນ"));
        var made = (await one.Shown("account")).Renderings.ShouldHaveSingleItem();
        (made.Text, made.TranslationState, made.Reviewed).ShouldBe(("ບົວວັນ เล่า (สมมติ)", "MACHINE", false));
        made.Source.ShouldStartWith("libretranslate");
        (await one.Reader.Refuses(async () => await one.Review(await one.Unit()))).Code.ShouldBe("REF-2705");
        await one.Draft(await one.Unit(), "⟦1⟧ เล่าว่า (สมมติ)");
        (await Machine(one, await one.Unit(), machine)).Refusal!.Code.ShouldBe("REF-2705");
    }

    // As the door does it, with a server that this gateway's settings do not name.
    private async Task<Referral.Gateway.Decision<FoundText>> Machine(
        TextCase one, TextView unit, MachineDrafts machine)
    {
        var seat = one.Reader.Translator;
        var caller = new Caller(seat.Account, seat.Post, seat.Roles, "th");
        var found = await gateways.Steps("TH").Read(step => FindText.Of(step, caller, unit.Name));
        var made = await machine.Of(found.Outcome.Unit, TestContext.Current.CancellationToken);
        return await gateways.Steps("TH").Take(step => DraftText.ByMachine(step, caller,
            new AskMachineRequest { Text = unit.Name, Revision = unit.Revision }, made.Outcome));
    }

    private static IEnumerable<string> Signs(TextView unit) =>
        Enumerable.Range(1, unit.Source.Count(sign => sign == '⟦')).Select(number => $"⟦{number}⟧")
            .Append("(สมมติ)");
}
