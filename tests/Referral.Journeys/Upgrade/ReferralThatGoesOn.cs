using System.Diagnostics;
using Referral.Journeys.Walls;
using Referral.Network;
using Referral.Network.Play;
using Referral.Network.Soak;

namespace Referral.Journeys.Upgrade;

/// <summary>The sample case as far as its acknowledgement; after the upgrade the host asks and is answered by
/// a receipt.</summary>
internal sealed class ReferralThatGoesOn
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly Pair Two = new(WallCase.Host, WallCase.Origin);

    private string _case = "";

    public static bool Concerns(string country) => country is WallCase.Host or WallCase.Origin;

    public async Task Begin(RunningNetwork network)
    {
        using var play = new CasePlay(Two.Opening(), network, new() { SettleLimit = Limit });
        var report = await play.Run();
        if (report.Problems.Count + report.Refusals.Count + report.NotPlayed.Count > 0)
            throw new InvalidOperationException("The sample case was not played.");
        _case = report.HostCase!;
    }

    public async Task GoOn(RunningNetwork network)
    {
        using var desks = new Desks(network);
        var letter = await desks.AskForVerification(_case);
        var watch = Stopwatch.StartNew();
        while ((await desks.ThailandsTimeline(_case)).Letters
            .Single(one => one.LetterId == letter.LetterId).SettledAt is null)
        {
            if (watch.Elapsed > Limit) throw new TimeoutException("The letter was not settled.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }
}
