using Grpc.Core;
using Referral.Contracts.Desk;
using Referral.Gateway.Questions;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Door;

/// <summary>Coded questions: asked, answered, listed.</summary>
internal sealed partial class CasesDoor
{
    public override Task<QuestionView> AskQuestion(AskQuestionRequest request, ServerCallContext call) =>
        Change(call, request.CommandId, request.Case, request, QuestionView.Parser,
            (_, row, caller) => Task.FromResult(MaySay(caller, row, nameof(QuestionAsked))),
            async (step, row, caller) => await Shown(step, row, caller,
                await Questions.AskQuestion.Do(step, row, request, caller.Post)));

    public override Task<QuestionView> AnswerQuestion(
        AnswerQuestionRequest request, ServerCallContext call) =>
        Change(call, request.CommandId, request.Case, request, QuestionView.Parser,
            (_, row, caller) => Task.FromResult(MaySay(caller, row, nameof(QuestionAnswered))),
            async (step, row, caller) => await Shown(step, row, caller,
                await Questions.AnswerQuestion.Do(step, row, request, caller)));

    public override Task<QuestionList> ListQuestions(ListQuestionsRequest request, ServerCallContext call) =>
        Look(call, request.Case, QuestionViews.Of);

    private Refusal? MaySay(Caller caller, CaseRow row, string happened) =>
        WhoMay.Say(caller, Country, row.Side == Sides.Host ? "host" : "origin", happened);

    private static async Task<Decision<QuestionView>> Shown(
        Step step, CaseRow row, Caller caller, Decision<AskedQuestion> done) =>
        done.Refused ? done.Refusal : await QuestionViews.One(step, row, done.Outcome, caller);
}
