using System.CommandLine;

namespace Referral.Cli.OneCase;

/// <summary>
/// `referral case send`, `correct`, `release` and `withdraw`: one officer prepares, another releases, and
/// what has not left may be taken back.
/// </summary>
internal static class LetterVerbs
{
    public static Verb Send(Screen screen)
    {
        var change = new Change(screen);
        var kinds = new Argument<string[]>("LETTER")
        {
            Description = "Letters that go together, in this order, such as M01 M05",
            Arity = ArgumentArity.OneOrMore,
        };
        var fields = new Option<string[]>("--field")
        {
            Description = "Key of a field that is asked for; default: all that the rule allows",
        };
        var post = new Option<string?>("--to-post")
        {
            Description = "Receiver's post; default: its home desk",
        };
        return change.Of(new Verb("send", "Prepares letters, shows what they carry and under which rule.",
            "referral case send TH-2026-000001 M01 M05",
            "referral case send TH-2026-000001 M01 --field birth_date --field sex --to-post LA-EMB-TH")
        {
            change.Case, kinds, fields, post,
        }, async (parsed, door, cases, id) => AnswerPrint.Draft(door, await cases.PrepareLetterAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            Kinds = { parsed.GetValue(kinds) },
            Fields = { parsed.GetValue(fields) ?? [] },
            ToPost = parsed.GetValue(post) ?? "",
        }, door.Options())));
    }

    public static Verb Correct(Screen screen)
    {
        var change = new Change(screen);
        var letter = new Argument<string>("LETTER-ID")
        {
            Description = "UUID of the notice that was sent, as `status --output json` shows it",
        };
        var fields = new Option<string[]>("--field")
        {
            Description = "Key of a field to correct; default: all that the other side holds otherwise",
        };
        var reason = new Option<string>("--reason")
        {
            Description = "CLERICAL, NEW_DOCUMENT, PERSON_SAID or AGE_DECIDED", Required = true,
        };
        return change.Of(new Verb("correct", "Corrects a notice that was sent, as the folder says now (M36).",
            "referral case correct TH-2026-000001 019a0000-0000-7000-8000-000000000001 --reason CLERICAL")
        {
            change.Case, letter, fields, reason,
        }, async (parsed, door, cases, id) => AnswerPrint.Draft(door, await cases.PrepareCorrectionAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            LetterId = parsed.GetValue(letter),
            Fields = { parsed.GetValue(fields) ?? [] },
            Reason = parsed.GetValue(reason),
        }, door.Options())));
    }

    public static Verb Release(Screen screen)
    {
        var change = new Change(screen);
        var draft = new Option<uint>("--draft")
        {
            Description = "Number of the draft that you read, as `case send` or `case nationality` shows it",
            Required = true,
        };
        return change.Of(new Verb("release", "Signs prepared letters, as the second officer; they leave.",
            "referral case release TH-2026-000001 --draft 1 --as supervisor")
        {
            change.Case, draft, change.On,
        }, async (parsed, door, cases, id) => AnswerPrint.Letters(door, await cases.ReleaseLetterAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            HappenedOn = parsed.GetValue(change.On) ?? "",
            DraftRevision = parsed.GetValue(draft),
        }, door.Options())));
    }

    public static Verb Withdraw(Screen screen)
    {
        var change = new Change(screen);
        var letter = new Argument<string>("LETTER-ID")
        {
            Description = "UUID of a letter that has not left, as `status --output json` shows it",
        };
        return change.Of(new Verb("withdraw", "Takes a letter back that has not left.",
            "referral case withdraw TH-2026-000001 019a0000-0000-7000-8000-000000000001")
        {
            change.Case, letter,
        }, async (parsed, door, cases, id) => AnswerPrint.Letters(door, await cases.WithdrawLetterAsync(new()
        {
            CommandId = id,
            Case = parsed.GetValue(change.Case),
            LetterId = parsed.GetValue(letter),
        }, door.Options())));
    }
}
