using Referral.Contracts.Desk;
using Referral.Contracts.Vocabulary;
using Referral.Gateway.Agreements;
using Referral.Gateway.CaseFile.Rendering;
using Referral.Gateway.Door;
using Referral.Gateway.Storage;

namespace Referral.Gateway.Questions;

/// <summary>Questions of a case in the caller's language. An answer she may not read is absent.</summary>
internal static class QuestionViews
{
    public static async Task<QuestionList> Of(Step step, CaseRow row, Caller caller)
    {
        var list = new QuestionList { Case = row.LocalNumber };
        foreach (var asked in (await step.Questions(row)).Asked)
        {
            list.Questions.Add(await One(step, row, asked, caller));
        }

        list.Askable.Add(QuestionBook.Shipped.All.Where(q => q.AskedBy.Contains(row.Side))
            .Select(q => Form(q, caller.Language)));
        return list;
    }

    public static async Task<QuestionView> One(Step step, CaseRow row, AskedQuestion asked, Caller caller)
    {
        var rule = QuestionBook.Shipped.Find(asked.Code)!;
        var draft = await step.Draft(row);
        var waits = asked is { Ours: false, State: AskedQuestion.Open } && draft is not null
            && draft.Read().Any(l => l.CodedAnswer?.QuestionId == asked.Id);
        var view = new QuestionView
        {
            QuestionId = asked.Id,
            Form = Form(rule, caller.Language),
            AskedBy = asked.Ours ? step.Us : row.Other,
            AskedOn = asked.On,
            DueOn = asked.DueOn,
            State = FieldViews.LabelOf(
                "question_state", waits ? AskedQuestion.Prepared : asked.State, caller.Language),
            LetterId = asked.LetterId,
            Draft = waits ? draft!.View() : null,
        };
        if (asked.State == AskedQuestion.Answered
            && caller.Sees.Any(role => NeedToKnow.Sees(role, rule.Field)))
        {
            view.Answer = Answer(asked, rule, caller.Language);
        }

        return view;
    }

    private static AnswerView Answer(AskedQuestion asked, QuestionRule rule, string reader)
    {
        var reading = new Reading(asked.Language, reader);
        var shown = rule.Answer.Kind switch
        {
            _ when rule.Answer.Unknown && asked.Answer == AnswerRule.NotKnown =>
                Codes.Of("yes_no_unknown", [asked.Answer], reading),
            "CODE" => Codes.Of(rule.Answer.List!, [asked.Answer], reading),
            "DATE" => WrittenDates.Of(asked.Answer, reading),
            _ => new Shown(asked.Answer, asked.Language, []),
        };
        return new AnswerView
        {
            Value = asked.Answer,
            Original = shown.Original,
            OriginalLanguage = shown.Language,
            Renderings = { shown.Renderings },
            AnsweredOn = asked.AnsweredOn,
        };
    }

    private static QuestionForm Form(QuestionRule rule, string language)
    {
        var form = new QuestionForm
        {
            Question = FieldViews.LabelOf("question", rule.Code, language),
            AnswerKind = rule.Answer.Kind,
            Min = rule.Answer.Min,
            Max = rule.Answer.Max,
            TakesUnknown = rule.Answer.Unknown || rule.Answer.Takes(AnswerRule.NotKnown),
            DataClass = LetterRows.ClassOf(rule.Field),
            Purpose = rule.Purpose,
            DueRule = rule.Due,
            Source = rule.Source,
        };
        if (rule.Answer.List is { } list)
        {
            form.Choices.Add(VocabularyBook.Shipped.Codes(list)
                .Select(code => FieldViews.LabelOf(list, code, language)));
        }

        if (rule.Answer.Unit is { } unit)
        {
            form.Unit = FieldViews.LabelOf("question_unit", unit, language);
        }

        return form;
    }
}
