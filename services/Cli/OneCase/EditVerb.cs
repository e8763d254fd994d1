using System.CommandLine;

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
        return change.Of(verb, async (parsed, id) =>
        {
            var typed = new Typed(parsed.GetValue(file), parsed.GetValue(mask) ?? [],
                parsed.GetValue(pairs) ?? []);
            var read = await SectionEditing.Read(typed, id);
            if (read.Given is not { } editing) return read.No!;
            editing.Number = parsed.GetValue(change.Case)!;
            editing.Revision = parsed.GetValue(revision);
            return new Asking(editing.Write, editing.Again, editing.Kept);
        });
    }
}
