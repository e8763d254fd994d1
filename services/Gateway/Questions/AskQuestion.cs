using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Status;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Questions;

/// <summary>
/// An officer asks the other side a coded question: M34 leaves at once. Refuses: REF-2305 no such question,
/// REF-2101 not this side's or not at this stage, REF-2102, 2103, 2109 consent and holds, REF-2202 the
/// agreement does not name its purpose, REF-2120 asked already.
/// </summary>
internal static class AskQuestion
{
    public static async Task<Decision<AskedQuestion>> Do(
        Step step, CaseRow row, AskQuestionRequest request, string post)
    {
        var state = await step.StateOf(row);
        if (QuestionBook.Shipped.Find(request.Question) is not { } rule)
        {
            return Refusal.Of(Refusals.CodeUnknown, ("field", "question"), ("value", "-"));
        }

        if (!rule.AskedBy.Contains(row.Side)
            || !CaseStages.Accepts(row.Side, state, nameof(QuestionAsked)))
        {
            return RecordEvent.NotNow(state, nameof(QuestionAsked));
        }

        if (await Agreed(step, row, state!, rule) is { } refusal)
        {
            return refusal;
        }

        var log = await step.Questions(row);
        if (log.Asked.Any(q => q.Ours && q.Code == rule.Code && q.State == AskedQuestion.Open))
        {
            return Refusal.Of(Refusals.OpenAlready, ("question", rule.Code));
        }

        var id = Guid.CreateVersion7(step.Now).ToString("D");
        var letter = await Written(step, row, rule, LetterKinds.Question, new Letter
        {
            CodedQuestion = new CodedQuestion { QuestionId = id, Question = rule.Code },
        });
        if (letter.Refused)
        {
            return letter.Refusal;
        }

        var today = DueDates.Text(step.Today);
        var asked = new AskedQuestion(id, rule.Code, Ours: true, today, post, "");
        await step.WriteQuestions(row, log.With(asked));
        await CaseMoves.Move(step, row, nameof(QuestionAsked), new QuestionAsked(row.Id, [letter.Outcome]),
            new Happening(today, post, rule.Code));
        return asked;
    }

    /// <summary>
    /// At the host: nothing about a person who did not agree to it, nothing under a hold. The origin keeps no
    /// ledger. Refuses: REF-2102, REF-2103, REF-2109.
    /// </summary>
    public static async Task<Refusal?> Agreed(Step step, CaseRow row, ICaseState state, QuestionRule rule)
    {
        if (row.Side != Sides.Host)
        {
            return null;
        }

        var ledger = await step.Ledger(row);
        return Notice.Gate(state, ledger, rule.Scopes)
            ?? Notice.Guardian(await step.Folder(row), await step.Course(row), ledger, rule.Scopes);
    }

    /// <summary>The letter with its head, as the agreement allows it.</summary>
    public static async Task<Decision<LetterToWrite>> Written(
        Step step, CaseRow row, QuestionRule rule, string kind, Letter body) =>
        Heads.Complete(step, row, body, kind, "", await step.Register(),
            row.Side == Sides.Host ? (await step.Ledger(row)).Reference(rule.Scopes) : "");
}
