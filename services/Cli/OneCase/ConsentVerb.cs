using System.CommandLine;
using static Referral.Contracts.Desk.RecordConsentRequest.Types;

namespace Referral.Cli.OneCase;

/// <summary>`referral case consent`: what the person said, by scope.</summary>
internal static class ConsentVerb
{
    public static Verb Build(Screen screen)
    {
        var change = new Change(screen);
        var decision = new Argument<string>("DECISION") { Description = "given, refused or withdrawn" };
        decision.AcceptOnlyFromAmong("given", "refused", "withdrawn");
        var scopes = new Argument<string[]>("SCOPE")
        {
            Description = "Codes of list consent_scope, such as NOTIFY_ORIGIN",
            Arity = ArgumentArity.OneOrMore,
        };
        var language = new Option<string?>("--explained-in")
        {
            Description = "Language in which it was explained, ISO 639-3, such as lao",
        };
        var interpreter = new Option<string?>("--interpreter")
        {
            Description = "The interpreter's post or organisation, never a name",
        };
        var guardian = new Option<bool>("--by-guardian")
        {
            Description = "The guardian gives it for a child, after an interim best-interest decision",
        };
        return change.Of(new Verb("consent", "Writes down what the person agreed to, refused or took back.",
            "referral case consent TH-2026-000001 given NOTIFY_ORIGIN SHARE_IDENTITY --explained-in lao")
        {
            change.Case, decision, scopes, change.On, language, interpreter, guardian,
        }, async (parsed, door, cases, id) => AnswerPrint.Case(door, await cases.RecordConsentAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            Decision = Enum.Parse<Decision>(parsed.GetValue(decision)!, ignoreCase: true),
            Scopes = { parsed.GetValue(scopes) },
            HappenedOn = parsed.GetValue(change.On) ?? "",
            Language = parsed.GetValue(language) ?? "",
            Interpreter = parsed.GetValue(interpreter) ?? "",
            ByGuardian = parsed.GetValue(guardian),
        }, door.Options())));
    }
}
