using Referral.Gateway.Border.Trust;

namespace Referral.Gateway.Repatriation;

/// <summary>
/// Finding the right post: ours from the country's own list, a neighbour's from the trust list's directory.
/// </summary>
internal static class Posts
{
    public static bool IsOurs(Country country, string postId) => country.Posts.Any(p => p.Id == postId);

    public static string OfKind(Country country, string kind) => country.PostOf(kind).Id;

    /// <summary>
    /// The addressed post where it is one of ours, else the home desk: no letter falls between posts.
    /// </summary>
    public static string OursOrHome(Country country, string postId) =>
        IsOurs(country, postId) ? postId : OfKind(country, "HOME_DESK");

    /// <summary>
    /// The receiver's desk for a letter: its home desk, unless another of its posts was asked for.
    /// </summary>
    public static string? Address(TrustList trust, string country, string asked)
    {
        var posts = trust.Of(country)?.Posts ?? [];
        return asked.Length > 0
            ? posts.FirstOrDefault(p => p.Id == asked)?.Id
            : posts.FirstOrDefault(p => p.Kind == "HOME_DESK")?.Id;
    }

    /// <summary>The receiver's embassy at the writer: it sees the letter too.</summary>
    public static string? EmbassyAt(TrustList trust, string ofCountry, string atCountry) =>
        trust.Of(ofCountry)?.Posts.FirstOrDefault(
            p => p.Kind == "EMBASSY" && p.AccreditedTo == atCountry)?.Id;
}
