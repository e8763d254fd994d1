using Referral.Contracts.Desk;
using Referral.Contracts.Letters;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Border;
using Referral.Gateway.CaseFile;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.CaseFile.Rules;
using Referral.Gateway.Repatriation;
using Referral.Gateway.Status;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Questions;

/// <summary>
/// An officer answers a question of the other side by code: M35. Up to class P2 it leaves at once; an answer
/// of class P3 is a draft until a second officer releases it. Refuses: REF-2118 not asked, REF-2119 answered,
/// REF-2117 no answer of the list, REF-2002 a role that may not read the field, REF-2101, and consent and
/// agreement as for the question.
/// </summary>
internal static class AnswerQuestion
{
    public static async Task<Decision<AskedQuestion>> Do(
        Step step, CaseRow row, AnswerQuestionRequest request, Door.Caller caller)
    {
        var open = await StillOpen(step, row, request.QuestionId);
        if (open.Refused)
        {
            return open.Refusal;
        }

        var rule = QuestionBook.Shipped.Find(open.Outcome.Code)!;
        if (!caller.Roles.Any(role => NeedToKnow.Writes(role, rule.Field)))
        {
            return Refusal.Of(Door.WhoMay.RoleMayNot, ("event", nameof(QuestionAnswered)),
                ("role", string.Join(' ', caller.Roles)));
        }

        if (!rule.Answer.Takes(request.Answer))
        {
            return Refusal.Of(Refusals.AnswerDoesNotFit,
                ("value", "-"), ("question", rule.Code), ("rule", Told(rule.Answer)));
        }

        var letter = await AskQuestion.Written(step, row, rule, LetterKinds.Answer, new Letter
        {
            CodedAnswer = new CodedAnswer
            {
                QuestionId = open.Outcome.Id, Question = rule.Code, Answer = request.Answer,
            },
        });
        if (letter.Refused)
        {
            return letter.Refusal;
        }

        if (Drafts.NeedsSecond([letter.Outcome]))
        {
            await Prepare(step, row, letter.Outcome, caller.Account);
            return open.Outcome;
        }

        var happening = new Happening(DueDates.Text(step.Today), caller.Post, rule.Code);
        var sent = await Close(step, row, open.Outcome, request.Answer);
        await CaseMoves.Move(step, row, nameof(QuestionAnswered),
            new QuestionAnswered(row.Id, [letter.Outcome]), happening);
        return sent;
    }

    /// <summary>The second officer releases: every rule is asked again.</summary>
    public static async Task<Decision<object>> Release(
        Step step, CaseRow row, IReadOnlyList<LetterToWrite> letters)
    {
        var body = letters[0].Draft.CodedAnswer;
        var open = await StillOpen(step, row, body.QuestionId);
        if (open.Refused)
        {
            return open.Refusal;
        }

        await Close(step, row, open.Outcome, body.Answer);
        return new QuestionAnswered(row.Id, letters);
    }

    private static async Task<Decision<AskedQuestion>> StillOpen(Step step, CaseRow row, string id)
    {
        if ((await step.Questions(row)).Find(id, ours: false) is not { } asked
            || QuestionBook.Shipped.Find(asked.Code) is not { } rule)
        {
            return Refusal.Of(Refusals.NotAsked);
        }

        if (asked.State != AskedQuestion.Open)
        {
            return Refusal.Of(Refusals.AnsweredAlready, ("question", asked.Code));
        }

        var state = await step.StateOf(row);
        return !CaseStages.Accepts(row.Side, state, nameof(QuestionAnswered))
            ? RecordEvent.NotNow(state, nameof(QuestionAnswered))
            : await AskQuestion.Agreed(step, row, state!, rule) is { } refusal ? refusal : asked;
    }

    private static async Task<AskedQuestion> Close(
        Step step, CaseRow row, AskedQuestion asked, string answer)
    {
        var answered = asked with
        {
            State = AskedQuestion.Answered,
            Answer = answer,
            AnsweredOn = DueDates.Text(step.Today),
            Language = step.Identity.Country.Language,
        };
        await step.WriteQuestions(row, (await step.Questions(row)).With(answered));
        await step.CloseTasksOf(row, "ANSWER_QUESTION", asked.LetterId);
        await step.CloseTasksOf(row, "RELEASE_LETTER", asked.LetterId);
        if (asked.Deadline is { } deadline)
        {
            await step.MeetDeadline(deadline);
        }

        return answered;
    }

    private static async Task Prepare(Step step, CaseRow row, LetterToWrite letter, string account)
    {
        var fields = Agreements.LetterFields.Of(letter.Draft);
        var made = new MadeLetter(
            letter, new PreparedBody(letter.Draft, fields, letter.Draft.Head.DataClass, []));
        var revision = await step.NextDraft(row);
        var shown = Drafts.Show(step, row, [made], revision, account, [LetterKinds.Answer]);
        await step.WriteDraft(row, Draft.Of(revision, account, [letter.Draft], shown));
        await step.Journal(row, "letter-prepared", ("letters", LetterKinds.Answer),
            ("revision", Step.Text(revision)));
        var asked = (await step.Questions(row)).Find(letter.Draft.CodedAnswer.QuestionId, ours: false)!;
        await step.CloseTasksOf(row, "RELEASE_LETTER", asked.LetterId);
        step.OpenTask(
            row, "RELEASE_LETTER", Posts.OfKind(step.Identity.Country, "HOME_DESK"), null, asked.LetterId);
    }

    private static string Told(AnswerRule rule)
    {
        var main = rule.Kind switch
        {
            "CODE" => string.Join(", ", VocabularyBook.Shipped.Codes(rule.List!)),
            "DATE" => "yyyy-MM-dd",
            _ => $"{Step.Text(rule.Min)}-{Step.Text(rule.Max)}",
        };
        return rule.Unknown ? $"{main}, {AnswerRule.NotKnown}" : main;
    }
}
