using Referral.Contracts.Vocabulary;
using Referral.Gateway;
using Referral.Network.Cases;

namespace Referral.Network.Play;

/// <summary>
/// Finds a practice account that may do something, by the table of who may. Accounts are called by their role
/// and seat, "cm.1"; the second person of a release sits in another seat.
/// </summary>
internal sealed class OfficerBook(Country country)
{
    /// <summary>Who says that this happened; releases, where something is released.</summary>
    /// <param name="saga">Saga of the event.</param>
    /// <param name="name">Name of the event.</param>
    /// <param name="by">What the file says of who does it; each part it leaves out is filled from the
    /// table.</param>
    /// <param name="seat">Which of the accounts of that role.</param>
    public Officer For(string saga, string name, CaseActor? by = null, int seat = 1)
    {
        var rule = RuleOf(saga, name);
        return Seat(by?.Role ?? rule.Roles[0], rule.PostKinds, by?.Post, by?.Officer, seat);
    }

    /// <summary>
    /// Who registers the person and fills the folder: the case manager, where she may register.
    /// </summary>
    public Officer ForIntake(CaseActor? by = null)
    {
        var rule = RuleOf("host", "PresumedVictimRegistered");
        var role = rule.Roles.Contains(CaseManager) ? CaseManager : rule.Roles[0];
        return Seat(by?.Role ?? role, [Welfare, .. rule.PostKinds], by?.Post, by?.Officer, 1);
    }

    /// <summary>
    /// Who prepares what an event releases: the desk where it may, and never the account that releases.
    /// </summary>
    public Officer PreparerOf(string saga, string name)
    {
        var rule = RuleOf(saga, name);
        var roles = rule.PreparedBy ?? rule.Roles;
        return Seat(roles.Contains(DeskOfficer) ? DeskOfficer : roles[0], rule.PostKinds, null, null, 1);
    }

    /// <summary>The desk officer at a post; at the home desk where none is named.</summary>
    public Officer AtDesk(string? post = null) =>
        Seat(DeskOfficer, [HomeDesk], string.IsNullOrEmpty(post) ? null : post, null, 1);

    /// <summary>The case manager, who sees her own folder whole.</summary>
    public Officer CaseManagerSeat() => Seat(CaseManager, [Welfare], null, null, 1);

    private const string CaseManager = "CM";
    private const string DeskOfficer = "DO";
    private const string Welfare = "WELFARE";
    private const string HomeDesk = "HOME_DESK";

    private Officer Seat(string role, IReadOnlyList<string> kinds, string? post, string? account, int seat) =>
        new(country.Code, account ?? $"{role.ToLowerInvariant()}.{seat}", post ?? PostOf(kinds), role);

    // The first kind that this country has; a post that the table does not know is left for the gateway to
    // refuse.
    private string PostOf(IReadOnlyList<string> kinds) =>
        kinds.SelectMany(kind => country.Posts.Where(post => post.Kind == kind)).FirstOrDefault()?.Id
            ?? throw new NetworkFault($"{country.Code} has no post of the kinds {string.Join(", ", kinds)}.");

    private static EventRule RuleOf(string saga, string name) =>
        EventBook.Shipped.Find(saga, name) ?? EventBook.Shipped.Find("ledger", name)
            ?? throw new NetworkFault($"The table of events does not say who may say {name}.");
}
