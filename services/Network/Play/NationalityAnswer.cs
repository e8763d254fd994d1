using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>
/// One verification officer of the origin answers on nationality, another releases it: M04 or M28.
/// </summary>
internal static class NationalityAnswer
{
    public static async Task<PlayRefusal?> Give(PlayTable table, CaseEvent one)
    {
        var first = table.Origin.Officers.For(one.Saga, one.Event);
        var draft = await table.Origin
            .Ask(first, one.Event, (door, options) => door.AnswerNationalityAsync(new()
        {
            CommandId = PlayTable.NewCommand(),
            Case = table.Report.Referral,
            Result = one.Outcome,
            HappenedOn = one.Date,
            DataWanted = { one.Outcome == "MORE_DATA" ? ["place_origin", "parents"] : Array.Empty<string>() },
        }, options)).ConfigureAwait(false);
        if (draft.Refused) return draft.Refusal;
        table.Tell(one, first, $"{one.Event}: {one.Outcome}");
        var second = table.Origin.Officers.For(one.Saga, one.Event, one.By, seat: 2);
        return await Releases.Release(table, table.Origin, one, second, draft.Given).ConfigureAwait(false);
    }
}
