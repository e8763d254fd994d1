using Referral.Contracts.Desk;
using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>A prepared letter is released and followed until the other side has it and has said so.</summary>
internal static class Releases
{
    public static async Task<PlayRefusal?> Release(
        PlayTable table, Door door, CaseEvent one, Officer officer, LetterDraft draft)
    {
        var released = await door
            .Ask(officer, $"{one.Event}: release", (cases, options) => cases.ReleaseLetterAsync(new()
        {
            CommandId = PlayTable.NewCommand(),
            Case = table.CaseAt(door),
            HappenedOn = one.Date,
            DraftRevision = draft.Revision,
        }, options)).ConfigureAwait(false);
        if (released.Refused) return released.Refusal;
        await Follow(table, door, one, officer, draft, released.Given).ConfigureAwait(false);
        return null;
    }

    /// <summary>Notes what left and waits until it is settled.</summary>
    public static async Task Follow(
        PlayTable table, Door door, CaseEvent one, Officer officer, LetterDraft? draft,
        ReleasedLetters released)
    {
        if (released.Referral.Length > 0) table.Report.Referral ??= released.Referral;
        // The answer lists all letters of the case; those of this release are the ones not seen before.
        var before = table.Report.Sent.SelectMany(one => one.Letters).Select(letter => letter.LetterId)
            .ToHashSet();
        var sent = new SentLetters(door.Country, table.OtherThan(door).Country, draft,
            [.. released.Letters.Where(letter => !before.Contains(letter.LetterId))]);
        table.Report.Add(sent);
        var names = sent.Letters.Select(letter => $"{letter.Kind.Code} number {letter.Number}");
        table.Tell(one, officer, $"{one.Event}: {string.Join(", ", names)} left");
        await Settling.Wait(table, door, officer, sent).ConfigureAwait(false);
    }
}
