using Referral.Contracts.Vocabulary;

namespace Referral.Gateway;

/// <summary>
/// All that differs between the four gateways. The engine knows a country only through this record.
/// </summary>
/// <param name="Code">ISO 3166 code, two letters.</param>
/// <param name="Language">Language of its desks: one of the vocabulary's.</param>
/// <param name="Calendar">Calendar its desks write dates in: list "calendar", gregorian or buddhist.</param>
/// <param name="NameOrder">How its papers order a name: given-family, family-given or
/// family-middle-given.</param>
/// <param name="TimeZoneHours">Hours its wall clock is ahead of UTC; none of the members moves its
/// clocks.</param>
/// <param name="Routes">Rules that send a letter through a certain desk before it may leave.</param>
/// <param name="Posts">Its authorities and posts.</param>
public sealed record Country(
    string Code,
    string Language,
    string Calendar,
    string NameOrder,
    int TimeZoneHours,
    IReadOnlyList<RouteRule> Routes,
    IReadOnlyList<Post> Posts)
{
    /// <summary>
    /// True where a competent authority must approve a release before anything leaves. Source in Routes.
    /// </summary>
    public bool ReleaseNeedsApproval => Routes.Any(r => r.NeedsApproval);

    /// <summary>The post of this kind; the first listed where there are several.</summary>
    public Post PostOf(string kind) => Posts.First(p => p.Kind == kind);
}

/// <summary>A rule of one country about how a first letter leaves it, with its source and mark.</summary>
/// <param name="Rule">Id, such as LA-ART28.</param>
/// <param name="ThroughMinistry">The ministry's officer must have entered the note that goes with it.</param>
/// <param name="NeedsApproval">The competent authority must have approved the release.</param>
/// <param name="Source">Law and article.</param>
/// <param name="Mark">Review mark: V verified, U unverified, P proposed.</param>
public sealed record RouteRule(
    string Rule, bool ThroughMinistry, bool NeedsApproval, string Source, string Mark);
