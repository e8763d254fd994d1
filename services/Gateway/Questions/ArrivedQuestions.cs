using Referral.Contracts.Agreements;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Status;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Questions;

/// <summary>What an arrived question or answer means: a task with a day, or the end of a wait.</summary>
internal static class ArrivedQuestions
{
    /// <summary>
    /// Why it cannot be taken: a question of the wrong side or under an id used before, an answer to what was
    /// not asked or is answered, an answer not of the list. Refuses: REF-2418, REF-2305.
    /// </summary>
    public static async Task<Refusal?> NotNow(Step step, CaseRow row, Letter letter)
    {
        if (letter.CodedQuestion is { } question)
        {
            return QuestionBook.Shipped.Find(question.Question)!.AskedBy.Contains(OtherSide(row))
                && Guid.TryParseExact(question.QuestionId, "D", out _)
                && (await step.Questions(row)).Asked.All(q => q.Id != question.QuestionId)
                    ? null : NotTaken(letter);
        }

        if (letter.CodedAnswer is not { } answer)
        {
            return null;
        }

        var asked = (await step.Questions(row)).Find(answer.QuestionId, ours: true);
        if (asked is null || asked.Code != answer.Question || asked.State != AskedQuestion.Open)
        {
            return NotTaken(letter);
        }

        return QuestionBook.Shipped.Find(asked.Code)!.Answer.Takes(answer.Answer)
            ? null : Refusal.Of(Refusals.CodeUnknown, ("field", "question"), ("value", "-"));
    }

    public static async Task Asked(Step step, CaseRow row, Letter letter, string? viewer)
    {
        var body = letter.CodedQuestion;
        var rule = QuestionBook.Shipped.Find(body.Question)!;
        var post = Posts.OfKind(step.Identity.Country, rule.AnsweredAt);
        var deadline = Start(step, row, rule, step.Us);
        var asked = new AskedQuestion(
            body.QuestionId, rule.Code, Ours: false, DueDates.Text(step.Today), post, letter.Head.LetterId)
        {
            Deadline = deadline.Id,
            DueOn = deadline.DueOn ?? deadline.Code ?? "",
        };
        await step.WriteQuestions(row, (await step.Questions(row)).With(asked));
        step.OpenTask(row, "ANSWER_QUESTION", post, viewer, letter.Head.LetterId, deadline.DueOn);
        await Enter(step, row, nameof(QuestionArrived), rule);
    }

    public static async Task Answered(Step step, CaseRow row, Letter letter, string? viewer)
    {
        var body = letter.CodedAnswer;
        var log = await step.Questions(row);
        var asked = log.Find(body.QuestionId, ours: true)!;
        await step.WriteQuestions(row, log.With(asked with
        {
            State = AskedQuestion.Answered,
            Answer = body.Answer,
            AnsweredOn = DueDates.Text(step.Today),
            Language = DeskLanguages.FirstOf(letter.Head.Languages) ?? step.Identity.Country.Language,
        }));
        if (asked.Deadline is { } deadline)
        {
            await step.MeetDeadline(deadline);
        }

        step.OpenTask(row, "READ_ANSWER", asked.Post, viewer, letter.Head.LetterId);
        await Enter(step, row, nameof(AnswerArrived), QuestionBook.Shipped.Find(asked.Code)!);
    }

    /// <summary>Runs from today, by the calendar of the country that has to answer.</summary>
    public static DeadlineRow Start(Step step, CaseRow row, QuestionRule rule, string country) =>
        step.StartDeadline(row, rule.Due, country,
            DueDates.Of(DeadlineBook.Shipped.Find(rule.Due)!, country, step.Today));

    private static async Task Enter(Step step, CaseRow row, string happened, QuestionRule rule) =>
        await step.Journal(row, "event", ("event", happened),
            ("stage", (await step.StateOf(row))?.Stage ?? ""), ("happened_on", DueDates.Text(step.Today)),
            ("post", ""), ("question", rule.Code));

    private static string OtherSide(CaseRow row) => row.Side == Sides.Host ? Sides.Origin : Sides.Host;

    private static Refusal NotTaken(Letter letter) =>
        Refusal.Of(Repatriation.Refusals.NotTakenHere, ("letter", letter.Head.Kind), ("stage", "-"));
}
