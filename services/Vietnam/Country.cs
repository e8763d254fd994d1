using Referral.Contracts.Vocabulary;
using Referral.Gateway;

namespace Referral.Vietnam;

/// <summary>
/// All that is Vietnam's own: language, calendar, name order, routes, authorities and posts.
/// </summary>
public static class Vietnam
{
    public static Country Country { get; } = new(
        Code: "VN",
        Language: "vi",
        Calendar: "gregorian",
        NameOrder: "family-middle-given",
        TimeZoneHours: 7,
        Routes: [],
        Posts: Post.Read(typeof(Vietnam).Assembly.GetManifestResourceStream("posts.json")!));
}
