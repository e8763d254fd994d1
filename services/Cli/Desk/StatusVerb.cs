using System.CommandLine;
using Referral.Contracts.Desk;
using CasesClient = Referral.Contracts.Desk.Cases.CasesClient;

namespace Referral.Cli.Desk;

/// <summary>
/// `referral status REF`: where a referral stands: stage, letters with their receipts, deadlines.
/// </summary>
internal static class StatusVerb
{
    private static readonly string[] Columns =
        ["What", "Way", "Number", "State", "Since", "Settled or due", "Code"];

    public static Verb Build(Screen screen)
    {
        var shared = new DeskOptions();
        var referral = new Argument<string>("REF") { Description = "Referral number, or number of the case" };
        var verb = new Verb("status", "Says where a referral stands: stage, letters, deadlines.",
            "referral status RC-TH-LA-2026-000001-E",
            "referral status RC-TH-LA-2026-000001-E --output json | jq -r .stage.code")
        {
            referral,
        };
        shared.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Door.With(screen, shared.Of(parsed), null, async door =>
        {
            var line = await new CasesClient(door.Calls).GetTimelineAsync(
                new() { Case = parsed.GetValue(referral) }, door.Options(cancellation));
            var words = Show.Words.Of(door.Asked.Language);
            Rows.Print(door, line, Columns, Lines(line), () => screen.Line(
                $"{line.Referral} ({line.Case}): {words.Marked(line.Stage)}"));
            return Exit.Holds;
        }, cancellation));
        return verb;
    }

    private static IEnumerable<string[]> Lines(Timeline line) =>
        line.Letters.Select(one => new[]
        {
            $"{one.Kind.Code} {one.Kind.Text}", one.Direction, Rows.Text(one.Number), one.State.Text,
            Rows.Moment(one.WrittenAt), Rows.Moment(one.SettledAt), one.Code,
        }).Concat(line.Deadlines.Select(one => new[]
        {
            one.What, one.Side, "", one.State, "", one.DueOn, one.Rule,
        }));
}
