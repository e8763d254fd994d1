using System.Diagnostics;
using Referral.Contracts.Desk;

namespace Referral.Network.Play;

/// <summary>
/// Waits until letters are settled by the receiver's receipt and the receiver's timeline shows them.
/// </summary>
internal static class Settling
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(3);

    public static async Task Wait(PlayTable table, Door sender, Officer officer, SentLetters sent)
    {
        var receiver = table.OtherThan(sender);
        var reader = receiver == table.Origin
            ? receiver.Officers.AtDesk(table.AddressedPost)
            : receiver.Officers.CaseManagerSeat();
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        for (var pause = FirstPause; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            var open = await Open(table, sender, officer, receiver, reader, sent).ConfigureAwait(false);
            if (open.Count == 0) break;
            if (watch.Elapsed > table.Settings.SettleLimit)
            {
                foreach (var sentence in open) table.Report.Problem(sentence);
                return;
            }
            if (watch.Elapsed - told > SignOfLife)
            {
                told = watch.Elapsed;
                table.Settings.Tell($"            {sender.Country}  waits for {open.Count} of "
                    + $"{sent.Letters.Count} letters to be settled ...");
            }
            await Task.Delay(pause).ConfigureAwait(false);
        }
        table.Settings.Tell($"            {receiver.Country}  has it, and {sender.Country} holds its receipt "
            + $"({watch.ElapsedMilliseconds} ms)");
    }

    // What is still open, in sentences; asked again each time, because only the gateways know.
    private static async Task<IReadOnlyList<string>> Open(
        PlayTable table, Door sender, Officer officer, Door receiver, Officer reader, SentLetters sent)
    {
        var own = await Timeline(table, sender, officer).ConfigureAwait(false);
        var unsettled = sent.Letters
            .Where(letter =>
                own?.Letters.Any(l => l.LetterId == letter.LetterId && l.SettledAt is not null) != true)
            .Select(letter =>
                $"No receipt of {receiver.Country} settled {Name(letter)} within {Limit(table)}.")
            .ToList();
        if (unsettled.Count > 0) return unsettled;
        var theirs = await Timeline(table, receiver, reader).ConfigureAwait(false);
        return [.. sent.Letters
            .Where(letter => theirs?.Letters.Any(l => l.LetterId == letter.LetterId) != true)
            .Select(letter => $"{receiver.Country} does not show {Name(letter)} within {Limit(table)}.")];
    }

    private static async Task<Timeline?> Timeline(PlayTable table, Door door, Officer officer) =>
        // Not found is an answer too, as long as the letter is on its way.
        (await door.Ask(officer, "timeline", (cases, options) => cases.GetTimelineAsync(
            new() { Case = table.CaseAt(door) }, options)).ConfigureAwait(false)).Given;

    private static string Name(LetterView letter) =>
        $"letter {letter.Kind.Code} number {letter.Number} ({letter.LetterId})";

    private static string Limit(PlayTable table) =>
        FormattableString.Invariant($"{table.Settings.SettleLimit.TotalSeconds:0} s");
}
