using System.Globalization;
using Referral.Contracts.Desk;

namespace Referral.Cli.Watch;

/// <summary>The border as tables: a row a neighbour, then the letters that wait for another.</summary>
internal static class BorderPrint
{
    private static readonly string[] Lines =
    [
        "Country", "Due", "In flight", "Not left", "Oldest unanswered", "Attempts", "Waiting here",
        "Receipts owed", "Resending",
    ];

    private static readonly string[] Peers =
    [
        "Country", "Last pouch out", "Last pouch in", "Their checkpoint", "Witnessed", "Schema",
        "Key to seal",
    ];

    private static readonly string[] Held =
        ["Country", "Letter", "Referral", "Number", "Missing", "Since"];

    private static readonly string[] Undeliverable =
        ["Undeliverable message", "Sender", "Reason", "Since", "Tried again", "Kept"];

    public static void Print(Screen screen, BorderView border)
    {
        screen.Title($"The border of {border.Country} at {Moments.Of(border.At)}; trust list "
            + $"{Text(border.TrustVersion)}, own checkpoint {Text(border.Checkpoint)}");
        screen.Table(Lines, border.Neighbours.Select(n => new[]
        {
            n.Country, Text(n.Due), Text(n.InFlight), Text(n.NotLeft), Moments.Of(n.OldestUnansweredSince),
            Text(n.Attempts), Text(n.Waiting), Text(n.OwedReceipts),
            n.PausedSince is null ? "on" : $"paused since {Moments.Of(n.PausedSince)}",
        }));
        screen.Table(Peers, border.Neighbours.Select(n => new[]
        {
            n.Country, Moments.Of(n.LastPouchOut), Moments.Of(n.LastPouchIn), Text(n.WitnessedCheckpoint),
            Moments.Of(n.WitnessedAt), string.Join(' ', n.SchemaVersions), n.CanSeal ? "yes" : "NO",
        }));
        var held = border.Neighbours.SelectMany(n => n.Held.Select(h => new[]
        {
            n.Country, h.LetterId, h.Referral, Text(h.Number), Missing(h), Moments.Of(h.Since),
        })).ToList();
        if (held.Count > 0) screen.Table(Held, held);
        if (border.Undeliverable.Count > 0)
            screen.Table(Undeliverable, border.Undeliverable.Select(u => new[]
            {
                u.BodySha256, u.Sender.Length > 0 ? u.Sender : "nobody", u.Reason, Moments.Of(u.Since),
                Moments.Of(u.TriedAt), u.Kept ? "yes" : "no",
            }));
    }

    private static string Missing(HeldLetter held) => held.MissingFrom + 1 >= held.Number
        ? Text(held.MissingFrom) : $"{Text(held.MissingFrom)}-{Text(held.Number - 1)}";

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
