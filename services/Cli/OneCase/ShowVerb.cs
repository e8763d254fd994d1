using System.CommandLine;
using Referral.Cli.Desk;
using Referral.Cli.Show;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>`referral case show`: the folder as the caller may see it, in her language.</summary>
internal static class ShowVerb
{
    private static readonly string[] Columns =
        ["Section", "Field", "Original", "Language", "Rendering", "State"];

    public static Verb Build(Screen screen)
    {
        var shared = new DeskOptions();
        var number = new Argument<string>("CASE") { Description = "Number of the case, or of the referral" };
        var verb = new Verb("show", "Shows a case as you may see it, rendered in your language.",
            "referral case show RC-TH-LA-2026-000001-E --language lo",
            "referral case show TH-2026-000001 --output json")
        {
            number,
        };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
        {
            var view = await new CasesClient(door.Calls).GetCaseAsync(
                new() { Case = parsed.GetValue(number) }, door.Options(cancellation));
            if (door.Asked.Output == Output.Table)
                FolderPrint.AsRendered(screen, Words.Of(door.Asked.Language), view);
            else
                Rows.Print(door, view, Columns, view.Fields.Select(one => new[]
                {
                    one.Section, one.Key, one.Original, one.OriginalLanguage,
                    one.Renderings.FirstOrDefault()?.Text ?? "",
                    FolderPrint.StateOf(Words.Of(door.Asked.Language), one),
                }));
            return Exit.Holds;
        }, cancellation));
        return verb;
    }
}
