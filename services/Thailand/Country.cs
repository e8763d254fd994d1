using Referral.Contracts.Vocabulary;
using Referral.Gateway;

namespace Referral.Thailand;

/// <summary>
/// All that is Thailand's own: language, calendar, name order, routes, authorities and posts.
/// </summary>
public static class Thailand
{
    public static Country Country { get; } = new(
        Code: "TH",
        Language: "th",
        Calendar: "buddhist",
        NameOrder: "given-family",
        TimeZoneHours: 7,
        Routes: [],
        Posts: Post.Read(typeof(Thailand).Assembly.GetManifestResourceStream("posts.json")!));
}
