using Referral.Contracts.Desk;
using Referral.Network;
using Referral.Network.Cases;
using Referral.Network.Play;
using Shouldly;

namespace Referral.Journeys.Questions;

/// <summary>
/// Sample case C1 is played to the answer on nationality; then the host asks by code, the origin answers, and
/// the host reads it in its own language. All persons are invented.
/// </summary>
internal static class AskedAcross
{
    private const string Question = "ANSWER_EXPECTED_ON";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task Play(RunningNetwork network)
    {
        var file = CaseLibrary.Sample("C1");
        using var play = new CasePlay(file, network, new PlaySettings());
        var report = await play.Run();
        report.Problems.ShouldBeEmpty();
        var referral = report.Referral.ShouldNotBeNull();
        using var host = new Door(network.Of(file.Host), new PlaySettings());
        using var origin = new Door(network.Of(file.Origin), new PlaySettings());

        var asked = Given(await host.Ask(host.Officers.AtDesk(), "ask", (door, o) => door.AskQuestionAsync(
            new() { CommandId = Command(), Case = referral, Question = Question }, o)));
        var arrived = await Until(origin, referral, "OPEN");
        arrived.QuestionId.ShouldBe(asked.QuestionId);
        arrived.Form.Question.Language.ShouldBe("lo");
        Given(await origin.Ask(origin.Officers.AtDesk(), "answer", (door, o) => door.AnswerQuestionAsync(
            new()
            {
                CommandId = Command(), Case = referral, QuestionId = asked.QuestionId, Answer = "2026-12-01",
            }, o)));

        var answered = await Until(host, referral, "ANSWERED");
        answered.Answer.Value.ShouldBe("2026-12-01");
        answered.Answer.Renderings[0].Text.ShouldContain("2569");
        var timeline = Given(await host.Ask(host.Officers.AtDesk(), "timeline",
            (door, o) => door.GetTimelineAsync(new() { Case = referral }, o)));
        timeline.Entries.Where(e => e.Question is not null).Select(e => e.What.Code)
            .ShouldBe(["QuestionAsked", "AnswerArrived"]);
        timeline.Letters.Where(l => l.Kind.Code is "M34" or "M35").Select(l => l.Direction)
            .ShouldBe(["out", "in"]);
    }

    private static async Task<QuestionView> Until(Door door, string referral, string state)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        while (true)
        {
            var answer = await door.Ask(door.Officers.AtDesk(), "questions",
                (client, o) => client.ListQuestionsAsync(new() { Case = referral }, o));
            if (!answer.Refused && answer.Given!.Questions.FirstOrDefault() is { } one
                && one.State.Code == state)
                return one;
            DateTimeOffset.UtcNow.ShouldBeLessThan(end, $"No question {state} at {door.Country}.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static string Command() => Guid.CreateVersion7().ToString();

    private static T Given<T>(Answer<T> answer) => answer.Refused
        ? throw new InvalidOperationException($"{answer.Refusal!.Country}: {answer.Refusal.English}")
        : answer.Given!;
}
