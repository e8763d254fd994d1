using System.CommandLine;
using Referral.Contracts.Desk;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.Desk;

/// <summary>`referral tray`: what waits for the post, and until when.</summary>
internal static class TrayVerb
{
    private static readonly string[] Columns = ["Due", "Task", "Case", "Referral", "Post", "Opened"];

    public static Verb Build(Screen screen)
    {
        var shared = new DeskOptions();
        var pages = new PageOptions();
        var verb = new Verb("tray", "Shows the open tasks of your post, oldest first.",
            "referral tray --address 127.0.0.1:5101",
            "referral tray --all --output csv > tray.csv",
            "referral tray --output json --language lo");
        pages.AddTo(verb);
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
        {
            var tray = new Tray();
            tray.NextPageToken = await pages.Read(parsed, door, async (size, from) =>
            {
                var page = await new CasesClient(door.Calls).ListTrayAsync(
                    new() { PageSize = size, PageToken = from }, door.Options(cancellation));
                tray.Tasks.Add(page.Tasks);
                return page.NextPageToken;
            });
            Rows.Print(door, tray, Columns, tray.Tasks.Select(one => new[]
            {
                one.DueOn, one.Task.Text, one.CaseName, one.Referral, one.Post, Rows.Moment(one.OpenedAt),
            }));
            return Exit.Holds;
        }, cancellation));
        return verb;
    }
}
