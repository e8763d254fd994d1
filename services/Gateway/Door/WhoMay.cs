using Referral.Contracts.Vocabulary;

namespace Referral.Gateway.Door;

/// <summary>
/// May this caller say that this happened? Deny by default: an event that the book does not name is nobody's.
/// Refuses: REF-2002 the role may not, REF-2003 the post may not. Source: contracts/Vocabulary/events.json.
/// </summary>
internal static class WhoMay
{
    public const string RoleMayNot = "REF-2002";
    public const string PostMayNot = "REF-2003";

    public static Refusal? Say(Caller caller, Country country, string saga, string happened) =>
        May(caller, country, happened, EventBook.Shipped.Find(saga, happened),
            rule => (rule.Roles, rule.PostKinds));

    /// <summary>
    /// Whoever may prepare what this event releases, at the kinds of post where it is prepared.
    /// </summary>
    public static Refusal? Prepare(Caller caller, Country country, string saga, string happened) =>
        May(caller, country, happened, EventBook.Shipped.Find(saga, happened),
            rule => (rule.PreparedBy ?? rule.Roles, rule.PreparedAt ?? rule.PostKinds));

    /// <summary>Whether the caller's post may open this case at all.</summary>
    public static Refusal? Open(Caller caller, Country country, string otherCountry)
    {
        var post = country.Posts.FirstOrDefault(p => p.Id == caller.Post);
        if (post is null || caller.Roles.Count == 0)
        {
            return Refusal.Of(PostMayNot, ("post", caller.Post));
        }

        // An embassy sees the cases of the country it works in, no others.
        return post.AccreditedTo is { } at && at != otherCountry
            ? Refusal.Of(PostMayNot, ("post", caller.Post)) : null;
    }

    private static Refusal? May(
        Caller caller, Country country, string happened, EventRule? rule,
        Func<EventRule, (IReadOnlyList<string> Roles, IReadOnlyList<string> PostKinds)> who)
    {
        // What is no event may be anything that somebody typed there: it is not told again.
        happened = rule is null ? "-" : happened;
        if (rule is null || !caller.Roles.Any(who(rule).Roles.Contains))
        {
            return Refusal.Of(RoleMayNot, ("event", happened), ("role", string.Join(' ', caller.Roles)));
        }

        var post = country.Posts.FirstOrDefault(p => p.Id == caller.Post);
        return post is null || !who(rule).PostKinds.Contains(post.Kind)
            ? Refusal.Of(PostMayNot, ("post", caller.Post), ("event", happened)) : null;
    }
}
