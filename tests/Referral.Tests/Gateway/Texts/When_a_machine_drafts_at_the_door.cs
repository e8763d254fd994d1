using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using AccessClient = Referral.Contracts.Desk.Access.AccessClient;

namespace Referral.Tests.Gateway.Texts;

/// <summary>
/// The whole way through gateways whose settings name a translation server: a played one, which proves the
/// way and nothing of quality. All persons are invented.
/// </summary>
public sealed class When_a_machine_drafts_at_the_door(GatewaysWithAMachine gateways)
    : IClassFixture<GatewaysWithAMachine>
{
    private const string Good = """{"translatedText":"⟦1⟧ เล่า (สมมติ)"}""";
    private const string Forced = "ຂູດຮີດແຮງງານ", ForcedInThai = "การบังคับใช้แรงงานหรือบริการ";

    [Fact]
    public async Task the_officer_sees_its_state_until_a_second_person_has_reviewed()
    {
        gateways.Answers(Good);
        var one = await TextCase.Kept(gateways);

        var made = await one.AskMachine(await one.Unit());

        (made.State.Code, made.Draft).ShouldBe(("MACHINE", "⟦1⟧ เล่า (สมมติ)"));
        gateways.Sent.ShouldAllBe(sent => !sent.Contains("ບົວວັນ") && !sent.Contains(one.Number));
        await Shows(one, "ບົວວັນ เล่า (สมมติ)", "MACHINE", "แปลโดยเครื่อง ยังไม่ได้ตรวจ");
        (await one.Reader.Refuses(() => one.Review(made))).Code.ShouldBe("REF-2705");

        var edited = await one.Draft(made, "⟦1⟧ เล่าว่า (สมมติ)");
        await Shows(one, "ບົວວັນ เล่าว่า (สมมติ)", "HUMAN_DRAFT", "ร่างของผู้แปล ยังไม่ได้ตรวจ");
        (await one.Reader.Refuses(async () => await one.AskMachine(edited))).Code.ShouldBe("REF-2705");

        await one.Review(edited);
        await Shows(one, "ບົວວັນ เล่าว่า (สมมติ)", "REVIEWED", "แปลและตรวจแล้ว");
        (await one.Units()).ShouldBeEmpty();
    }

    // Two of these count for the breaker: too few to open it.
    [Theory]
    [InlineData("""{"error":"ບົວວັນ"}""", 500, 0, "SERVER_FAULT")]
    [InlineData(Good, 200, 60, "UNREACHABLE")]
    [InlineData("<html>", 200, 0, "ANSWER_UNREADABLE")]
    [InlineData("""{"translatedText":"เล่า"}""", 200, 0, "NAMES_LOST")]
    [InlineData("""{"translatedText":"⟦1⟧ LONG"}""", 200, 0, "ANSWER_UNREADABLE")]
    [InlineData("""{"translatedText":" "}""", 200, 0, "ANSWER_UNREADABLE")]
    public async Task a_server_that_fails_leaves_the_text_as_it_was_and_nothing_stuck(
        string body, int status, int seconds, string reason)
    {
        var one = await TextCase.Kept(gateways);
        var unit = await one.Unit();
        gateways.Answers(body.Replace("LONG", new string('ก', 20_001)), status,
            seconds == 0 ? null : TimeSpan.FromSeconds(seconds));

        var no = await one.Reader.Refuses(async () => await one.AskMachine(unit));

        (no.Code, no.Values["reason"]).ShouldBe(("REF-2706", reason));
        no.ToString().ShouldNotContain("ບົວວັນ");
        (await one.Unit()).ShouldBe(unit);
        (await one.Shown("account")).Untranslated.ShouldBeTrue();
        gateways.Answers(Good);
        (await one.AskMachine(unit)).State.Code.ShouldBe("MACHINE");
    }

    [Fact]
    public async Task a_text_longer_than_the_machine_takes_is_not_sent_and_a_person_translates_it()
    {
        gateways.Answers(Good);
        var one = await TextCase.Kept(gateways, "ບົວວັນ " + new string('ກ', 5_000));
        var unit = await one.Unit();

        var no = await one.Reader.Refuses(async () => await one.AskMachine(unit));

        (no.Code, no.Values["reason"]).ShouldBe(("REF-2706", "TOO_LONG"));
        gateways.Sent.ShouldBeEmpty();
        (await one.Draft(unit, "⟦1⟧ (สมมติ)")).State.Code.ShouldBe("HUMAN_DRAFT");
    }

    [Fact]
    public async Task an_agreed_word_stays_where_the_server_fails()
    {
        var one = await TextCase.Kept(gateways, Forced);
        gateways.Answers("<html>");

        await one.Reader.Refuses(async () => await one.AskMachine(await one.Unit()));

        (await one.Unit()).State.Code.ShouldBe("GLOSSARY");
        (await one.Shown("account")).Renderings.Single().Text.ShouldBe(ForcedInThai);
    }

    [Fact]
    public async Task the_access_journal_names_the_case_and_who_worked_on_its_text()
    {
        gateways.Answers(Good);
        var one = await TextCase.Kept(gateways);
        var unit = await one.Unit();
        var drafted = await one.Draft(await one.AskMachine(await one.Get(unit.Name)), "⟦1⟧ (สมมติ)");
        await one.Reader.Refuses(() => one.Review(drafted, one.Reader.Reviewer with
        {
            Account = one.Reader.Translator.Account,
        }));
        await one.Review(drafted);

        var told = (await new AccessClient(one.Reader.Channel).ListAccessAsync(
            new() { Case = one.Number, PageSize = 200 },
            one.Reader.As(new Seat("invented.aud", "TH-HOME", "AUD")))).Entries
            .Where(entry => entry.Text.Length > 0).Reverse().ToList();

        told.ShouldAllBe(entry => entry.Text == unit.Name && entry.Case == one.Number);
        told.Select(Line).Distinct().ShouldBe(
        [
            "access-read Texts.GetText invented.tr ",
            "text-translated Texts.MACHINE invented.tr ",
            "text-translated Texts.HUMAN_DRAFT invented.tr ",
            "access-refused Texts.ReviewText invented.tr REF-2704",
            "text-translated Texts.REVIEWED invented.rv ",
        ]);
        unit.ToString().ShouldNotContain(one.Number);
    }

    private static string Line(AccessEntry entry) =>
        $"{entry.Kind} {entry.Call} {entry.Account} {entry.Code}";

    private static async Task Shows(TextCase one, string text, string state, string words)
    {
        var shown = (await one.Shown("account")).Renderings.ShouldHaveSingleItem();
        (shown.Text, shown.TranslationState, shown.Scheme, shown.Reviewed)
            .ShouldBe((text, state, words, state == "REVIEWED"));
    }
}
