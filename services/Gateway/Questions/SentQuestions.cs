using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Questions;

/// <summary>
/// What the receipt of a question or an answer of ours means: the other side's time runs from it; a question
/// that was refused ends, a question whose answer was refused is open again.
/// </summary>
internal static class SentQuestions
{
    public static async Task Settled(Step step, CaseRow row, LetterOutRow letter)
    {
        if (letter.Kind is not (LetterKinds.Question or LetterKinds.Answer) || step.IsErased(row))
        {
            return;
        }

        var body = step.Read(letter);
        var delivered = letter.State == (int)RemState.Delivery;
        var log = await step.Questions(row);
        var settled = body.CodedQuestion is { } question
            ? OfQuestion(step, row, log.Find(question.QuestionId, ours: true), delivered)
            : delivered ? null : log.Find(body.CodedAnswer.QuestionId, ours: false) is { } open
                ? open with { State = AskedQuestion.Open, Answer = "", AnsweredOn = "" } : null;
        if (settled is not null)
        {
            await step.WriteQuestions(row, log.With(settled));
        }
    }

    private static AskedQuestion? OfQuestion(Step step, CaseRow row, AskedQuestion? asked, bool delivered)
    {
        if (asked is null || asked.State != AskedQuestion.Open)
        {
            return null;
        }

        if (!delivered)
        {
            return asked with { State = AskedQuestion.Refused };
        }

        var deadline = ArrivedQuestions.Start(step, row, QuestionBook.Shipped.Find(asked.Code)!, row.Other);
        return asked with { Deadline = deadline.Id, DueOn = deadline.DueOn ?? deadline.Code ?? "" };
    }
}
