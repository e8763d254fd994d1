using System.CommandLine;
using Referral.Cli.Desk;
using Referral.Contracts.Desk;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>`referral case questions`, `ask` and `answer`: by code, each side in its own language.</summary>
internal static class QuestionVerbs
{
    private static readonly string[] Columns =
        ["Question", "Asked by", "Asked on", "Due on", "State", "Answer", "Id"];

    private static readonly string[] Forms = ["May be asked", "Words", "Answers", "Class"];

    public static Verb Questions(Screen screen)
    {
        var shared = new DeskOptions();
        var name = new Argument<string>("CASE") { Description = "Number of the case, or of the referral" };
        var verb = new Verb("questions", "Shows what was asked both ways, and what may be asked.",
            "referral case questions RC-TH-LA-2026-000001-E") { name };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
        {
            var list = await new CasesClient(door.Calls).ListQuestionsAsync(
                new() { Case = parsed.GetValue(name) }, door.Options(cancellation));
            Rows.Print(door, list, Columns, list.Questions.Select(Row));
            if (door.Asked.Output == Output.Table)
                screen.Table(Forms, list.Askable.Select(one => new[]
                {
                    one.Question.Code, one.Question.Text, Answers(one), one.DataClass,
                }));
            return Exit.Holds;
        }, cancellation));
        return verb;
    }

    public static Verb Ask(Screen screen)
    {
        var change = new Change(screen);
        var question = new Argument<string>("QUESTION")
        {
            Description = "Code, as `case questions` shows it",
        };
        return change.Of(new Verb("ask", "Asks the other side a coded question (M34).",
            "referral case ask RC-TH-LA-2026-000001-E INTERPRETER_NEEDED")
        {
            change.Case, question,
        }, async (parsed, door, cases, id) => One(door, await cases.AskQuestionAsync(new()
        {
            CommandId = id, Case = parsed.GetValue(change.Case), Question = parsed.GetValue(question),
        }, door.Options())));
    }

    public static Verb Answer(Screen screen)
    {
        var change = new Change(screen);
        var question = new Argument<string>("QUESTION-ID")
        {
            Description = "UUID, as `case questions` shows it",
        };
        var answer = new Argument<string>("ANSWER")
        {
            Description = "A code of the question's list, a day yyyy-MM-dd, a whole number, or UNKNOWN",
        };
        return change.Of(new Verb("answer", "Answers a question of the other side (M35).",
            "referral case answer TH-2026-000001 019a0000-0000-7000-8000-000000000001 YES")
        {
            change.Case, question, answer,
        }, async (parsed, door, cases, id) => One(door, await cases.AnswerQuestionAsync(new()
        {
            CommandId = id, Case = parsed.GetValue(change.Case), QuestionId = parsed.GetValue(question),
            Answer = parsed.GetValue(answer),
        }, door.Options())));
    }

    // An answer that needs a second officer comes back as a draft.
    private static int One(Door door, QuestionView view)
    {
        Rows.Print(door, view, Columns, [Row(view)]);
        return view.Draft is { } draft && door.Asked.Output == Output.Table
            ? AnswerPrint.Draft(door, draft) : Exit.Holds;
    }

    private static string[] Row(QuestionView one) =>
    [
        one.Form.Question.Code, one.AskedBy, one.AskedOn, one.DueOn, one.State.Text,
        one.Answer?.Renderings.FirstOrDefault()?.Text ?? one.Answer?.Value ?? "", one.QuestionId,
    ];

    private static string Answers(QuestionForm form) => form.AnswerKind switch
    {
        "CODE" => string.Join(' ', form.Choices.Select(choice => choice.Code)),
        "NUMBER" => $"{form.Min}-{form.Max}",
        _ => "yyyy-MM-dd",
    };
}
