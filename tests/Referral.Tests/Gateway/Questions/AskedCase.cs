using Referral.Contracts.Desk;
using Referral.Tests.Gateway.Running;
using Shouldly;

namespace Referral.Tests.Gateway.Questions;

/// <summary>Coded questions at the doors of both sides of a played case.</summary>
internal sealed class AskedCase(PlayedCase played)
{
    public PlayedCase Played => played;

    public async Task<QuestionView> OriginAsks(string question) =>
        await played.Abroad.Does(played.Abroad.Officer,
            (door, o) => door.AskQuestionAsync(Ask(played.Referral, question), o));

    public async Task<QuestionView> HostAsks(string question) =>
        await played.Home.Does(played.Home.Officer,
            (door, o) => door.AskQuestionAsync(Ask(played.Number, question), o));

    public Task<Refused> Refuses(Desk desk, string question) =>
        desk.Refuses(desk.Officer, (door, o) => door.AskQuestionAsync(Ask(played.Referral, question), o));

    /// <summary>Answered by the host's officer.</summary>
    public Task<QuestionView> HostAnswers(string id, string answer, Seat? seat = null) =>
        played.Home.Does(seat ?? played.Home.Officer,
            (door, o) => door.AnswerQuestionAsync(Answer(played.Number, id, answer), o));

    public Task<Refused> AnswerRefused(string id, string answer, Seat? seat = null) =>
        played.Home.Refuses(seat ?? played.Home.Officer,
            (door, o) => door.AnswerQuestionAsync(Answer(played.Number, id, answer), o));

    public Task<QuestionList> List(Desk desk, Seat? seat = null) => desk.Does(
        seat ?? desk.Officer, (door, o) => door.ListQuestionsAsync(new() { Case = played.Referral }, o));

    /// <summary>Waits until that desk shows the question in that state.</summary>
    public async Task<QuestionView> Until(Desk desk, string id, string state)
    {
        QuestionView? found = null;
        await RunningGateways.Until(async () =>
        {
            found = (await List(desk)).Questions.FirstOrDefault(q => q.QuestionId == id);
            return found?.State.Code == state;
        }, $"question {state} at {desk.Country}");
        return found.ShouldNotBeNull();
    }

    public static AskQuestionRequest Ask(string name, string question) =>
        new() { CommandId = Desk.NewCommand(), Case = name, Question = question };

    public static AnswerQuestionRequest Answer(string name, string id, string answer) =>
        new() { CommandId = Desk.NewCommand(), Case = name, QuestionId = id, Answer = answer };
}
