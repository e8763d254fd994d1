namespace Referral.Cli.OneCase;

/// <summary>`referral case`: what a desk does with one case, from its entry to the answer.</summary>
internal static class CaseVerb
{
    public static Verb Build(Screen screen) => new("case", "Opens, fills, sends and answers cases.",
        "referral case list",
        "referral case new LA --entry RESCUE --urgency ROUTINE",
        "referral case edit TH-2026-000001 person.sex=F",
        "referral case send TH-2026-000001 M01 M05")
    {
        NewVerb.Build(screen), ShowVerb.Build(screen), EditVerb.Build(screen), ListVerb.Build(screen),
        ConsentVerb.Build(screen), EventVerb.Build(screen),
        LetterVerbs.Send(screen), LetterVerbs.Correct(screen), LetterVerbs.Release(screen),
        LetterVerbs.Withdraw(screen),
        QuestionVerbs.Questions(screen), QuestionVerbs.Ask(screen), QuestionVerbs.Answer(screen),
        AnswerVerbs.Acknowledge(screen), AnswerVerbs.Nationality(screen),
        NameVerbs.Name(screen), NameVerbs.Confirm(screen),
    };
}
