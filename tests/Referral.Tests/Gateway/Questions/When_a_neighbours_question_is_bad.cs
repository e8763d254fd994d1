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

    private async Task<(LetterByHand Hand, string Referral)> Verifying() =>
        (new LetterByHand(gateways), (await PlayedCase.Verifying(gateways)).Referral);

    private static async Task Refused(LetterByHand hand, Letter letter, string code)
    {
        var signed = hand.Sign(letter);
        await hand.BringSigned(signed);
        (await hand.Told(signed)).ShouldBe((RemState.RelayRejection, code));
    }
}
