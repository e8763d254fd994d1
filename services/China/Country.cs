using Referral.Contracts.Vocabulary;
using Referral.Gateway;

namespace Referral.China;

/// <summary>All that is China's own: language, calendar, name order, routes, authorities and posts.</summary>
public static class China
{
    public static Country Country { get; } = new(
        Code: "CN",
        Language: "zh",
        Calendar: "gregorian",
        NameOrder: "family-given",
        TimeZoneHours: 8,
        Routes:
        // Nothing held in the country is given to a foreign authority without the competent authority's
        // approval.
        [new RouteRule("CN-PIPL-41", ThroughMinistry: false, NeedsApproval: true,
            "Personal Information Protection Law, Art. 41; Data Security Law, Art. 36", "V")],
        Posts: Post.Read(typeof(China).Assembly.GetManifestResourceStream("posts.json")!));
}
