using System.CommandLine;
using Grpc.Core;
using Referral.Cli.Desk;
using Referral.Cli.OneCase;
using Referral.Contracts.Desk;
using TextsClient = Referral.Contracts.Desk.Texts.TextsClient;

namespace Referral.Cli.Texts;

/// <summary>`referral texts`: list, show, draft, machine, review.</summary>
internal static class TextsVerb
{
    private const string Example = "texts/019a0000-0000-7000-8000-000000000001";

    public static Verb Build(Screen screen) => new("texts",
        "Translates and reviews free text of cases, masked.",
        "referral texts list",
        $"referral texts show {Example}",
        $"referral texts draft {Example} --revision 1 \"⟦1⟧ ...\"",
        $"referral texts review {Example} --revision 2")
    {
        List(screen), Show(screen), Draft(screen), Machine(screen), Review(screen),
    };

    private static Verb List(Screen screen)
    {
        var shared = new DeskOptions();
        var pages = new PageOptions();
        var verb = new Verb("list", "Shows the units that wait at your post, oldest first.",
            "referral texts list --address 127.0.0.1:5101", "referral texts list --all --output csv");
        pages.AddTo(verb);
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
        {
            var list = new TextList();
            list.NextPageToken = await pages.Read(parsed, door, async (size, from) =>
            {
                var page = await new TextsClient(door.Calls).ListTextsAsync(
                    new() { PageSize = size, PageToken = from }, door.Options(cancellation));
                list.Texts.Add(page.Texts);
                return page.NextPageToken;
            });
            Rows.Print(door, list, TextPrint.Columns, list.Texts.Select(TextPrint.Row));
            return Exit.Holds;
        }, cancellation));
        return verb;
    }

    private static Verb Show(Screen screen)
    {
        var shared = new DeskOptions();
        var text = Name();
        var verb = new Verb("show", "Shows one unit: the masked text, and the draft there is.",
            $"referral texts show {Example}") { text };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
            TextPrint.One(screen, door, await new TextsClient(door.Calls).GetTextAsync(
                new() { Text = parsed.GetValue(text) }, door.Options(cancellation))), cancellation));
        return verb;
    }

    private static Verb Draft(Screen screen)
    {
        var (change, text, revision) = (new Change(screen), Name(), Revision());
        var draft = new Argument<string>("DRAFT")
        {
            Description = "The translation, with each sign such as ⟦1⟧ of the source once",
        };
        return change.Of(new Verb("draft", "Enters a translation; a second person reviews it.",
            $"referral texts draft {Example} --revision 1 \"⟦1⟧ ...\"") { text, draft, revision },
            async (parsed, door, _, id) => await One(screen, door, Client(door).DraftTextAsync(new()
            {
                CommandId = id, Text = parsed.GetValue(text), Draft = parsed.GetValue(draft),
                Revision = parsed.GetValue(revision),
            }, door.Options())));
    }

    private static Verb Machine(Screen screen)
    {
        var (change, text, revision) = (new Change(screen), Name(), Revision());
        return change.Of(new Verb("machine", "Has the country's own translation server make a draft.",
            $"referral texts machine {Example} --revision 1") { text, revision },
            async (parsed, door, _, id) => await One(screen, door, Client(door).AskMachineAsync(new()
            {
                CommandId = id, Text = parsed.GetValue(text), Revision = parsed.GetValue(revision),
            }, door.Options())));
    }

    private static Verb Review(Screen screen)
    {
        var (change, text, revision) = (new Change(screen), Name(), Revision());
        return change.Of(new Verb("review", "Says that you have read another's draft against the source.",
            $"referral texts review {Example} --revision 2") { text, revision },
            async (parsed, door, _, id) => await One(screen, door, Client(door).ReviewTextAsync(new()
            {
                CommandId = id, Text = parsed.GetValue(text), Revision = parsed.GetValue(revision),
            }, door.Options())));
    }

    private static async Task<int> One(Screen screen, Door door, AsyncUnaryCall<TextView> asked) =>
        TextPrint.One(screen, door, await asked);

    private static TextsClient Client(Door door) => new(door.Calls);

    private static Argument<string> Name() => new("TEXT")
    {
        Description = "Name of the unit, as `texts list` shows it",
    };

    private static Option<uint> Revision() => new("--revision")
    {
        Description = "Revision of the unit as you have read it",
        Required = true,
    };
}
