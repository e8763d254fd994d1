using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Repatriation;

/// <summary>One officer finds, another releases, once. All persons are invented.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_nationality_is_answered(RunningGateways gateways)
{
    [Fact]
    public async Task a_second_answer_is_refused()
    {
        var one = await PlayedCase.Verifying(gateways);
        await Answer(one, "CONFIRMED");
        await one.StageAtHome("AwaitingFamilyAssessment");

        var no = await Refuses(one, "NOT_NATIONAL");

        no.Code.ShouldBe("REF-2111");
        no.Values["value"].ShouldBe("CONFIRMED");
    }

    [Fact]
    public async Task who_is_no_national_is_told_in_a_letter_of_its_own_kind()
    {
        var one = await PlayedCase.Verifying(gateways);

        var released = await Answer(one, "NOT_NATIONAL");

        released.Letters.Last().Kind.Code.ShouldBe("M28");
        await one.StageAtHome("NotANational");
        (await Refuses(one, "CONFIRMED")).Code.ShouldBe("REF-2111");
    }

    [Fact]
    public async Task an_open_answer_may_be_followed_by_more_data_and_another()
    {
        var one = await PlayedCase.Verifying(gateways);
        await Answer(one, "INCONCLUSIVE");
        await one.ArrivesAbroad();
        (await one.Abroad.Refuses(one.Abroad.Verifier, (door, o) => door.AnswerNationalityAsync(
            AnswerOf(one, "CONFIRMED"), o))).Code.ShouldBe("REF-2101");

        await one.Release((await one.Prepare("M03")).Revision);
        await one.ArrivesAbroad();
        await Answer(one, "CONFIRMED");

        await one.StageAtHome("AwaitingFamilyAssessment");
        (await one.Timeline()).Letters.Where(l => l.Direction == "in").Select(l => l.Kind.Code)
            .ShouldBe(["M02", "M04", "M04"]);
    }

    [Theory]
    [InlineData("PERHAPS", "REF-2305")]
    [InlineData("", "REF-2305")]
    public async Task an_answer_is_one_of_the_list(string result, string code)
    {
        var one = await PlayedCase.Verifying(gateways);

        (await Refuses(one, result)).Code.ShouldBe(code);
    }

    [Fact]
    public async Task the_day_of_a_finding_is_a_real_one()
    {
        var one = await PlayedCase.Verifying(gateways);
        var request = AnswerOf(one, "CONFIRMED");
        request.HappenedOn = "2025-02-31";

        (await one.Abroad.Refuses(one.Abroad.Verifier, (door, o) => door.AnswerNationalityAsync(request, o)))
            .Code.ShouldBe("REF-2303");
    }

    [Fact]
    public async Task the_officer_who_found_does_not_release()
    {
        var one = await PlayedCase.Verifying(gateways);
        var abroad = one.Abroad;
        var draft = await abroad.Does(
            abroad.Verifier, (door, o) => door.AnswerNationalityAsync(AnswerOf(one, "CONFIRMED"), o));

        (await abroad.Refuses(abroad.Verifier,
            (door, o) => door.ReleaseLetterAsync(ReleaseOf(one, draft), o)))
            .Code.ShouldBe("REF-2104");
    }

    [Fact]
    public async Task the_host_does_not_answer_for_the_origin()
    {
        var one = await PlayedCase.Verifying(gateways);

        (await one.Home.Refuses(one.Home.Verifier, (door, o) => door.AnswerNationalityAsync(
            new() { CommandId = Desk.NewCommand(), Case = one.Number, Result = "CONFIRMED" }, o)))
            .Code.ShouldBe("REF-2101");
    }

    private static async Task<ReleasedLetters> Answer(PlayedCase one, string result)
    {
        var abroad = one.Abroad;
        var draft = await abroad.Does(
            abroad.Verifier, (door, o) => door.AnswerNationalityAsync(AnswerOf(one, result), o));
        return await abroad.Does(
            abroad.SecondVerifier, (door, o) => door.ReleaseLetterAsync(ReleaseOf(one, draft), o));
    }

    private static Task<Refused> Refuses(PlayedCase one, string result) =>
        one.Abroad.Refuses(
            one.Abroad.Verifier, (door, o) => door.AnswerNationalityAsync(AnswerOf(one, result), o));

    private static AnswerNationalityRequest AnswerOf(PlayedCase one, string result) =>
        new() { CommandId = Desk.NewCommand(), Case = one.Referral, Result = result };

    private static ReleaseLetterRequest ReleaseOf(PlayedCase one, LetterDraft draft) =>
        new() { CommandId = Desk.NewCommand(), Case = one.Referral, DraftRevision = draft.Revision };
}
