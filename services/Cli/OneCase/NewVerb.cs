using System.CommandLine;
using Referral.Contracts.Desk;

namespace Referral.Cli.OneCase;

/// <summary>`referral case new`: registers a presumed victim; nothing leaves the country.</summary>
internal static class NewVerb
{
    public static Verb Build(Screen screen)
    {
        var change = new Change(screen);
        var origin = new Argument<string>("ORIGIN")
        {
            Description = "Country of nationality or permanent residence that the person names, ISO 3166",
        };
        var entry = Text("--entry", "Code of list entry_type, such as RESCUE");
        var urgency = Text("--urgency", "Code of list urgency, such as ROUTINE");
        var ours = Text("--our-number", "File number at home");
        var criminal = new Option<bool>("--criminal-case") { Description = "A criminal case exists" };
        return change.Of(new Verb("new", "Registers a presumed victim; nothing leaves the country.",
            "referral case new LA --entry RESCUE --urgency ROUTINE --our-number 12/2569",
            "referral case new LA --on 2025-07-03 --output json | jq -r .name")
        {
            origin, change.On, entry, urgency, ours, criminal,
        }, async (parsed, door, cases, id) => AnswerPrint.Case(door, await cases.CreateCaseAsync(new()
        {
            CommandId = id,
            Origin = parsed.GetValue(origin),
            HappenedOn = parsed.GetValue(change.On) ?? "",
            Head = new HeadSection
            {
                EntryType = parsed.GetValue(entry) ?? "",
                Urgency = parsed.GetValue(urgency) ?? "",
                NationalReference = parsed.GetValue(ours) ?? "",
                CriminalCaseExists = parsed.GetValue(criminal),
            },
        }, door.Options())));
    }

    private static Option<string?> Text(string name, string description) =>
        new(name) { Description = description };
}
