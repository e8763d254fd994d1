using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;
using Decision = Referral.Contracts.Desk.RecordConsentRequest.Types.Decision;

namespace Referral.Tests.Gateway.Questions;

/// <summary>Asked by code, answered by code, read in two languages. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_question_is_asked(RunningGateways gateways)
{
    [Fact]
    public async Task each_side_reads_its_own_language_and_both_clocks_stop_at_the_answer()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var (home, abroad) = (one.Played.Home, one.Played.Abroad);

        var asked = await one.OriginAsks("INTERPRETER_NEEDED");
        asked.Form.Question.Language.ShouldBe("lo");
        var arrived = await one.Until(home, asked.QuestionId, "OPEN");
        (arrived.AskedBy, arrived.Form.Question.Language, arrived.Form.Question.Mark)
            .ShouldBe(("LA", "th", "D"));
        arrived.Form.Choices.Select(c => c.Code).ShouldBe(["YES", "NO", "UNKNOWN"]);
        var task = (await Tray(home, home.Officer)).Single(t => t.Referral == one.Played.Referral
            && t.Task.Code == "ANSWER_QUESTION");
        task.DueOn.ShouldBe(arrived.DueOn);
        DateOnly.Parse(task.DueOn).ShouldBe(DateOnly.Parse(arrived.AskedOn).AddDays(30));
        await RunningGateways.Until(async () => (await one.List(abroad)).Questions[0].DueOn.Length > 0,
            "the asker's clock");

        await one.HostAnswers(asked.QuestionId, "NO");

        var answered = await one.Until(abroad, asked.QuestionId, "ANSWERED");
        (answered.Answer.Value, answered.Answer.Original, answered.Answer.OriginalLanguage)
            .ShouldBe(("NO", "ไม่ใช่", "th"));
        answered.Answer.Renderings.ShouldHaveSingleItem().Text.ShouldBe("ບໍ່ແມ່ນ");
        (await Tray(abroad, abroad.Officer)).ShouldContain(t => t.Task.Code == "READ_ANSWER"
            && t.Referral == one.Played.Referral);
        (await Tray(home, home.Officer)).ShouldNotContain(t => t.Task.Code == "ANSWER_QUESTION"
            && t.Referral == one.Played.Referral);
        var here = await one.Played.Timeline();
        here.Entries.Where(e => e.Question is not null).Select(e => (e.What.Code, e.Question.Code)).ShouldBe(
            [("QuestionArrived", "INTERPRETER_NEEDED"), ("QuestionAnswered", "INTERPRETER_NEEDED")]);
        here.Deadlines.Single(d => d.Rule == "QUESTION-DATA").State.ShouldBe("MET");
        var there = await abroad.Does(
            abroad.Officer, (door, o) => door.GetTimelineAsync(new() { Case = one.Played.Referral }, o));
        there.Entries.Where(e => e.Question is not null).Select(e => e.What.Code)
            .ShouldBe(["QuestionAsked", "AnswerArrived"]);
        there.Deadlines.Single(d => d.Rule == "QUESTION-DATA").State.ShouldBe("MET");
        there.Stage.Code.ShouldBe("Verifying");
    }

    [Fact]
    public async Task an_answer_of_class_P3_waits_for_a_second_officer()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var home = one.Played.Home;
        var asked = await one.OriginAsks("CHILDREN_WITH_PERSON");
        await one.Until(home, asked.QuestionId, "OPEN");

        (await one.AnswerRefused(asked.QuestionId, "2")).Code.ShouldBe("REF-2002");
        var prepared = await one.HostAnswers(asked.QuestionId, "2", home.CaseManager);

        prepared.State.Code.ShouldBe("PREPARED");
        (prepared.Draft.DataClass, prepared.Draft.NeedsSecondOfficer).ShouldBe(("P3", true));
        prepared.Answer.ShouldBeNull();
        var release = one.Played.ReleaseOf(prepared.Draft.Revision);
        // Neither who prepared it nor anybody else who may answer releases it: the supervisor does, and not
        // what she prepared herself.
        foreach (var seat in new[] { home.CaseManager, home.Officer, home.Verifier })
            (await home.Refuses(seat, (door, o) => door.ReleaseLetterAsync(release, o)))
                .Code.ShouldBe("REF-2002");
        var own = home.Supervisor with { Account = home.CaseManager.Account };
        (await home.Refuses(own, (door, o) => door.ReleaseLetterAsync(release, o))).Code.ShouldBe("REF-2104");
        await one.Played.Release(prepared.Draft.Revision);
        var answered = await one.Until(one.Played.Abroad, asked.QuestionId, "ANSWERED");
        (answered.Answer.Value, answered.Form.Unit.Code).ShouldBe(("2", "person"));
        (await one.List(one.Played.Abroad, new Seat("invented.mf", "LA-MFA-CONS", "MF"))).Questions.Single()
            .Answer.ShouldBeNull();
    }

    [Fact]
    public async Task the_host_asks_under_its_own_consent_and_a_date_is_read_in_the_readers_calendar()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var abroad = one.Played.Abroad;
        var asked = await one.HostAsks("ANSWER_EXPECTED_ON");
        await one.Until(abroad, asked.QuestionId, "OPEN");

        await abroad.Does(abroad.Verifier, (door, o) => door.AnswerQuestionAsync(
            AskedCase.Answer(one.Played.Referral, asked.QuestionId, "2026-12-01"), o));

        var answered = await one.Until(one.Played.Home, asked.QuestionId, "ANSWERED");
        answered.Answer.Value.ShouldBe("2026-12-01");
        answered.Answer.Renderings.ShouldNotBeEmpty();
        answered.Answer.Renderings[0].Text.ShouldContain("2569");
    }

    [Fact]
    public async Task what_is_no_answer_and_what_was_not_asked_are_refused()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var asked = await one.OriginAsks("BIRTH_YEAR");
        await one.Until(one.Played.Home, asked.QuestionId, "OPEN");

        (await one.Refuses(one.Played.Abroad, "WHO_ARE_YOU")).Code.ShouldBe("REF-2305");
        (await one.Refuses(one.Played.Abroad, "FAMILY_REACHED")).Code.ShouldBe("REF-2101");
        (await one.Refuses(one.Played.Abroad, "BIRTH_YEAR")).Code.ShouldBe("REF-2120");
        (await one.AnswerRefused(asked.QuestionId, "2567")).Code.ShouldBe("REF-2117");
        (await one.AnswerRefused(Guid.NewGuid().ToString(), "1999")).Code.ShouldBe("REF-2118");
        await one.HostAnswers(asked.QuestionId, "1999");
        (await one.AnswerRefused(asked.QuestionId, "1998")).Code.ShouldBe("REF-2119");
    }

    [Fact]
    public async Task an_agreement_that_does_not_name_the_purpose_lets_no_question_out()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));

        var no = await one.Refuses(one.Played.Abroad, "TESTIFY_WILLING");

        no.Code.ShouldBe("REF-2202");
        (no.Values["purpose"], no.Values["instrument"]).ShouldBe(("TESTIMONY", "LA-TH-2005"));
        (await one.List(one.Played.Abroad)).Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_person_who_did_not_consent_is_neither_asked_about_nor_answered_for()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var (home, number) = (one.Played.Home, one.Played.Number);
        (await home.Refuses(home.Officer,
            (door, o) => door.AskQuestionAsync(AskedCase.Ask(number, "FAMILY_REACHED"), o)))
            .Code.ShouldBe("REF-2102");
        var asked = await one.OriginAsks("BIRTH_YEAR");
        await one.Until(home, asked.QuestionId, "OPEN");
        var before = (await one.Played.Timeline()).Letters.Count;

        await one.Played.Consent(Decision.Withdrawn, "SHARE_IDENTITY");

        (await one.AnswerRefused(asked.QuestionId, "1999")).Code.ShouldBe("REF-2103");
        (await one.Played.Timeline()).Letters.Count.ShouldBe(before);
    }

    [Fact]
    public async Task nothing_is_asked_before_the_notice_is_acknowledged()
    {
        var one = new AskedCase(await PlayedCase.Released(gateways));

        (await one.Refuses(one.Played.Home, "ANSWER_EXPECTED_ON")).Code.ShouldBe("REF-2101");
    }

    [Fact]
    public async Task the_same_command_asks_once()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var request = AskedCase.Ask(one.Played.Referral, "CONSULAR_TALK_WAY");
        var abroad = one.Played.Abroad;

        var first = await abroad.Does(abroad.Officer, (door, o) => door.AskQuestionAsync(request, o));
        var second = await abroad.Does(abroad.Officer, (door, o) => door.AskQuestionAsync(request, o));

        second.ShouldBe(first);
        (await one.List(abroad)).Questions.ShouldHaveSingleItem();
    }

    private static async Task<IReadOnlyList<TaskView>> Tray(Desk desk, Seat seat) =>
        (await desk.Does(seat, (door, o) => door.ListTrayAsync(new() { PageSize = 200 }, o))).Tasks;
}
