using System.CommandLine;
using Referral.Cli.Desk;
using Referral.Contracts.Desk;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>`referral case list`: the cases that the post may open, newest first.</summary>
internal static class ListVerb
{
    private static readonly string[] Columns = ["Case", "Referral", "Side", "Other", "Status", "Opened"];

    public static Verb Build(Screen screen)
    {
        var shared = new DeskOptions();
        var pages = new PageOptions();
        var verb = new Verb("list", "Lists the cases that your post may open, newest first.",
            "referral case list", "referral case list --all --output csv > cases.csv");
        pages.AddTo(verb);
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
        {
            var list = new CaseList();
            list.NextPageToken = await pages.Read(parsed, door, async (size, from) =>
            {
                var page = await new CasesClient(door.Calls).ListCasesAsync(
                    new() { PageSize = size, PageToken = from }, door.Options(cancellation));
                list.Cases.Add(page.Cases);
                return page.NextPageToken;
            });
            Rows.Print(door, list, Columns, list.Cases.Select(one => new[]
            {
                one.Name, one.Referral, one.Side, one.Other, one.Status.Text, Rows.Moment(one.OpenedAt),
            }));
            return Exit.Holds;
        }, cancellation));
        return verb;
    }
}
