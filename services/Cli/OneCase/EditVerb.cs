using System.CommandLine;
using Grpc.Core;
using Referral.Cli.Desk;
using Referral.Cli.SignIn;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>
/// `referral case edit`: writes fields of one section. Whoever was faster is not overwritten: with the
/// revision that was read, or else with the one that stands just before.
/// </summary>
internal static class EditVerb
{
    public static Verb Build(Screen screen)
    {
        var change = new Change(screen);
        var pairs = new Argument<string[]>("SECTION.FIELD=VALUE")
        {
            Description = "What to write, of one section: head, person, origin_family, facts, "
                + "identification, care. Lists by commas or as JSON, parts as JSON, nothing after = "
                + "empties a field",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = new Option<string?>("--file")
        {
            Description = "JSON of one section, as REST has it; - reads it from input. Names and addresses "
                + "are better there than on a line that others on this machine may read",
        };
        var mask = new Option<string[]>("--mask")
        {
            Description = "With --file: field to write, such as birth.date; default: those that stand in it",
        };
        var revision = new Option<uint?>("--revision")
        {
            Description = "Revision of the section that you read; default: the one that stands now",
        };
        var verb = new Verb("edit", "Writes fields of one section; the others stay.",
            "referral case edit TH-2026-000001 person.sex=F person.nationality_claimed=LA",
            "referral case edit TH-2026-000001 facts.acts=RECRUIT,TRANSPORT --revision 2",
            "referral case edit TH-2026-000001 'person.languages=[{\"code\":\"lao\",\"level\":\"native\"}]'",
            "referral case edit TH-2026-000001 --file person.json --mask birth.date")
        {
            change.Case, pairs, file, mask, revision,
        };
        verb.Validators.Add(given =>
        {
            if ((given.GetValue(file) is null) == (given.GetValue(pairs) is null or { Length: 0 }))
                given.AddError("Give SECTION.FIELD=VALUE or --file, one of the two.");
            if (change.IsRepeat(given) && given.GetValue(revision) is null)
                given.AddError("--request-id goes with --revision: the same change again has the same one.");
        });
        return change.Of(verb, async (parsed, door, cases, id) =>
        {
            var read = parsed.GetValue(file) is { } named
                ? await OfFile(named, parsed.GetValue(mask) ?? [])
                : SectionWords.OfPairs(parsed.GetValue(pairs) ?? []);
            if (read.Given is not { } edit) return Door.Tell(screen, door.Asked, read.No!);
            var number = parsed.GetValue(change.Case)!;
            return await Write(door, cases, edit,
                new(id, number, parsed.GetValue(revision) ?? await Standing(door, cases, number, edit)));
        });
    }

    private static async Task<int> Write(Door door, CasesClient cases, SectionEdit edit, At at)
    {
        try
        {
            return AnswerPrint.Case(door, await cases.EditSectionAsync(new()
            {
                CommandId = at.Id, Case = at.Case, Revision = at.Revision, Section = edit.Section,
                UpdateMask = edit.Mask,
            }, door.Options()));
        }
        catch (RpcException no) when (no.StatusCode == StatusCode.Aborted)
        {
            door.Screen.Wrong($"{edit.Name}: you read revision {at.Revision}. Nothing of yours was written:");
            foreach (var path in edit.Mask.Paths) door.Screen.Wrong($"  {edit.Name}.{path}");
            door.Screen.Wrong($"See what stands now: referral case show {at.Case}");
            throw;
        }
        catch (RpcException no) when (no.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            door.Screen.Wrong($"The revision that was written on: --revision {at.Revision}");
            throw;
        }
    }

    private static async Task<uint> Standing(Door door, CasesClient cases, string number, SectionEdit edit)
    {
        var view = await cases.GetCaseAsync(new() { Case = number }, door.Options());
        return view.Revisions.GetValueOrDefault(edit.Name);
    }

    private static async Task<Told<SectionEdit>> OfFile(string file, IReadOnlyList<string> mask)
    {
        try
        {
            return SectionWords.OfJson(
                file == "-" ? await Console.In.ReadToEndAsync() : await File.ReadAllTextAsync(file), mask);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refused.Of(Refused.FileNotUsable, ("value", file));
        }
    }

    private sealed record At(string Id, string Case, uint Revision);
}
