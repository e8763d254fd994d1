using Referral.Contracts.Vocabulary;
using Referral.Gateway;

namespace Referral.Laos;

/// <summary>All that is Laos's own: language, calendar, name order, routes, authorities and posts.</summary>
public static class Laos
{
    public static Country Country { get; } = new(
        Code: "LA",
        Language: "lo",
        Calendar: "gregorian",
        NameOrder: "given-family",
        TimeZoneHours: 7,
        Routes:
        // A foreign victim goes through the ministry of foreign affairs to the embassy of her country.
        [new RouteRule("LA-ART28", ThroughMinistry: true, NeedsApproval: false,
            "Law on Development and Protection of Women, Art. 28, last paragraph", "V")],
        Posts: Post.Read(typeof(Laos).Assembly.GetManifestResourceStream("posts.json")!));
}
