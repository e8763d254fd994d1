using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>An officer of the origin acknowledges the notice: M02.</summary>
internal static class Acknowledgement
{
    public static async Task<PlayRefusal?> Acknowledge(PlayTable table, CaseEvent one)
    {
        var by = one.By ?? new CaseActor(table.Origin.Officers.AtDesk().Role);
        var officer = table.Origin.Officers
            .For(one.Saga, one.Event, by with { Post = by.Post ?? table.AddressedPost });
        var answer = await table.Origin.Ask(officer, one.Event, (door, options) => door.AcknowledgeAsync(new()
        {
            CommandId = PlayTable.NewCommand(),
            Case = table.Report.Referral,
            HappenedOn = one.Date,
            NationalReference = $"PRACTICE-{table.File.Id}-ORIGIN",
        }, options)).ConfigureAwait(false);
        if (answer.Refused) return answer.Refusal;
        await Releases.Follow(table, table.Origin, one, officer, null, answer.Given).ConfigureAwait(false);
        return null;
    }
}
