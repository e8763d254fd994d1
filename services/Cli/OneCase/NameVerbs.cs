using System.CommandLine;
using Referral.Cli.Desk;
using Referral.Contracts.Desk;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.OneCase;

/// <summary>
/// `referral case name` and `confirm-name`: how the person's name is written. No name stands in a command.
/// </summary>
internal static class NameVerbs
{
    private static readonly string[] Columns =
        ["Form", "Script", "Scheme", "Origin", "Document", "Confirmed by", "At post", "On"];

    public static Verb Name(Screen screen)
    {
        var shared = new DeskOptions();
        var name = new Argument<string>("CASE") { Description = "Number of the case, or of the referral" };
        var travel = new Option<bool>("--travel-document")
        {
            Description = "Only the spelling that a travel document may carry; REF-2308 where there is none",
        };
        var verb = new Verb("name", "Shows every form of the person's name, and which are confirmed.",
            "referral case name RC-TH-LA-2026-000001-E",
            "referral case name LA-2026-000001 --travel-document") { name, travel };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
        {
            var cases = new CasesClient(door.Calls);
            if (parsed.GetValue(travel))
            {
                var form = await cases.GetTravelDocumentNameAsync(
                    new() { Case = parsed.GetValue(name) }, door.Options(cancellation));
                Rows.Print(door, form, Columns, [Row(form)]);
                return Exit.Holds;
            }

            return Print(door, await cases.GetNameCardAsync(
                new() { Case = parsed.GetValue(name) }, door.Options(cancellation)));
        }, cancellation));
        return verb;
    }

    public static Verb Confirm(Screen screen)
    {
        var change = new Change(screen);
        var scheme = new Option<string?>("--scheme")
        {
            Description = "The form that this scheme made, as `case name` shows it, such as rtgs",
        };
        var file = new Option<string?>("--file")
        {
            Description = "File with the person's own spelling, one line; - reads it from the input",
        };
        var document = new Option<string>("--document")
        {
            Description = "Code of list document_type where the person's own document shows it",
            DefaultValueFactory = _ => "",
        };
        var verb = change.Of(new Verb("confirm-name",
            "Enters that the person confirmed a form of the name, or that her document shows it.",
            "referral case confirm-name LA-2026-000001 --scheme rtgs",
            "referral case confirm-name LA-2026-000001 --file - --document PASSPORT")
        {
            change.Case, scheme, file, document,
        }, async (parsed, door, cases, id) =>
        {
            var named = parsed.GetValue(change.Case);
            var card = await cases.GetNameCardAsync(new() { Case = named }, door.Options());
            var form = parsed.GetValue(file) is { } source ? await Line(source)
                : card.Forms.FirstOrDefault(one => one.Key == parsed.GetValue(scheme))?.Text ?? "";
            return Print(door, await cases.ConfirmNameAsync(new()
            {
                CommandId = id, Case = named, AsWritten = card.AsWritten, Form = form,
                Document = parsed.GetValue(document),
            }, door.Options()));
        });
        verb.Validators.Add(given =>
        {
            if ((given.GetValue(file) is null) == (given.GetValue(scheme) is null))
                given.AddError("Give --scheme or --file, one of the two.");
        });
        return verb;
    }

    private static async Task<string> Line(string source) =>
        (source == "-" ? await Console.In.ReadToEndAsync() : await File.ReadAllTextAsync(source)).Trim();

    private static int Print(Door door, NameCardView card)
    {
        Rows.Print(door, card, Columns, card.Forms.Select(Row)
            .Prepend([card.AsWritten, card.Script, "", "", "", "", "", ""]));
        return Exit.Holds;
    }

    private static string[] Row(NameFormView form) =>
    [
        form.Text, form.Script, form.Key, form.Origin, form.Document, form.ConfirmedBy, form.ConfirmedAtPost,
        form.ConfirmedAt is { } at ? Rows.Moment(at) : "",
    ];
}
