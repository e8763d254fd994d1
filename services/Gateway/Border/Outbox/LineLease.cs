using Referral.Gateway.Storage;

namespace Referral.Gateway.Border;

/// <summary>
/// Which replica of this gateway sends to a neighbour. It takes the line with a pouch and gives it back when
/// the carrier has said what came of it, so that one pouch at a time is under way to a neighbour however many
/// replicas run. One that died is waited for as long as its lease says. What a lease that ended too early
/// costs is order on the way and a pouch that comes twice: the receiver sorts out both.
/// </summary>
internal static class LineLease
{
    public static bool IsAnothers(Step step, NeighbourRow line) =>
        line.LeaseHolder is { } holder && holder != step.Identity.Settings.ReplicaName
        && line.LeaseUntil > step.Now;

    public static void Take(Step step, NeighbourRow line)
    {
        line.LeaseHolder = step.Identity.Settings.ReplicaName;
        line.LeaseUntil = step.Now.AddSeconds(step.Identity.Settings.LeaseSeconds);
    }

    /// <summary>Another may have taken it since: then it stays theirs.</summary>
    public static void GiveBack(Step step, NeighbourRow line)
    {
        if (line.LeaseHolder != step.Identity.Settings.ReplicaName) return;
        line.LeaseHolder = null;
        line.LeaseUntil = null;
    }
}
