using Referral.Contracts.Letters;
using Referral.Tests.Gateway.Running;
using Shouldly;
using Xunit;

namespace Referral.Tests.Gateway.Questions;

/// <summary>What a neighbour's gateway should have refused itself is refused by the receiver too.</summary>
[Collection(AcrossTheBorder.Name)]
public class When_a_neighbours_question_is_bad(RunningGateways gateways)
{
    [Theory]
    [InlineData("NO_SUCH_QUESTION", "REF-2305")]
    // Only the origin asks this one, and the host writes.
    [InlineData("INTERPRETER_NEEDED", "REF-2418")]
    // No agreement of the pair names its purpose.
    [InlineData("TESTIFY_WILLING", "REF-2202")]
    public async Task it_has_no_effect(string question, string code)
    {
        var (hand, referral) = await Verifying();

        await Refused(hand, hand.Complete(referral, 2, "M34", new Letter
        {
            CodedQuestion = new() { QuestionId = Guid.NewGuid().ToString("D"), Question = question },
        }), code);
    }

    [Fact]
    public async Task an_answer_to_what_was_not_asked_is_not_taken()
    {
        var (hand, referral) = await Verifying();

        await Refused(hand, hand.Complete(referral, 2, "M35", new Letter
        {
            CodedAnswer = new()
            {
                QuestionId = Guid.NewGuid().ToString("D"), Question = "INTERPRETER_NEEDED", Answer = "YES",
            },
        }), "REF-2418");
    }

    [Fact]
    public async Task an_answer_not_of_the_list_is_not_taken()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var asked = await one.OriginAsks("INTERPRETER_NEEDED");
        var hand = new LetterByHand(gateways);

        await Refused(hand, hand.Complete(one.Played.Referral, 2, "M35", new Letter
        {
            CodedAnswer = new()
            {
                QuestionId = asked.QuestionId, Question = "INTERPRETER_NEEDED", Answer = "PERHAPS",
            },
        }), "REF-2305");

        (await one.List(one.Played.Abroad)).Questions.Single().State.Code.ShouldBe("OPEN");
    }

    [Fact]
    public async Task a_second_answer_to_one_question_is_not_taken_and_the_first_stands()
    {
        var one = new AskedCase(await PlayedCase.Verifying(gateways));
        var (home, abroad) = (one.Played.Home, one.Played.Abroad);
        var asked = await one.OriginAsks("INTERPRETER_NEEDED");
        await one.Until(home, asked.QuestionId, "OPEN");
        await one.HostAnswers(asked.QuestionId, "NO");
        await one.Until(abroad, asked.QuestionId, "ANSWERED");
        var sent = (await one.Played.Timeline()).Letters.Where(l => l.Direction == "out");
        var next = sent.Max(l => l.Number) + 1;
        var hand = new LetterByHand(gateways);

        // The same and another, each with a good signature and in its turn.
        foreach (var answer in new[] { "NO", "YES" })
            await Refused(hand, hand.Complete(one.Played.Referral, next++, "M35", new Letter
            {
                CodedAnswer = new()
                {
                    QuestionId = asked.QuestionId, Question = "INTERPRETER_NEEDED", Answer = answer,
                },
            }), "REF-2418");

        var standing = (await one.List(abroad)).Questions.Single();
        (standing.State.Code, standing.Answer.Value).ShouldBe(("ANSWERED", "NO"));
        var tray = await abroad.Does(
            abroad.Officer, (door, o) => door.ListTrayAsync(new() { PageSize = 200 }, o));
        tray.Tasks.Count(t => t.Task.Code == "READ_ANSWER" && t.Referral == one.Played.Referral).ShouldBe(1);
    }

    private async Task<(LetterByHand Hand, string Referral)> Verifying() =>
        (new LetterByHand(gateways), (await PlayedCase.Verifying(gateways)).Referral);

    private static async Task Refused(LetterByHand hand, Letter letter, string code)
    {
        var signed = hand.Sign(letter);
        await hand.BringSigned(signed);
        (await hand.Told(signed)).ShouldBe((RemState.RelayRejection, code));
    }
}
