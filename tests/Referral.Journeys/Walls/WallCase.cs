using Referral.Network.Cases;

namespace Referral.Journeys.Walls;

/// <summary>
/// Sample case C1 as far as its notice. Without consent to contact the family no tracing request goes with
/// it, so the notice is alone and has number 1.
/// </summary>
internal static class WallCase
{
    public const string Host = "TH";
    public const string Origin = "LA";

    /// <summary>The neighbour who forges.</summary>
    public const string Forger = "VN";

    public static CaseFile File()
    {
        var sample = CaseLibrary.Sample("C1");
        return sample with
        {
            Events = [.. sample.Events.TakeWhile(one => one.Side == sample.Host).Select(one => one with
            {
                Msg = one.Msg is null ? null : "M01",
                Scopes = [.. one.Scopes.Where(scope => scope != "CONTACT_FAMILY")],
            })],
        };
    }
}
