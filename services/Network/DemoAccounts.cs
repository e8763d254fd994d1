using Referral.Contracts.Vocabulary;
using Referral.SignIn;

namespace Referral.Network;

/// <summary>
/// The marked accounts of the practice sign-in: two seats for each role at each kind of post where the table
/// of events has that role do something.
/// </summary>
public static class DemoAccounts
{
    private const int Seats = 2;

    /// <summary>All of them, country by country.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } = Make();

    internal static async Task<SignInHost?> SignIn(string folder, NetworkSettings settings) =>
        settings.WithSignIn
            ? await SignInHost.Start(new SignInSettings
            {
                Folder = Path.Combine(folder, "sign-in"), Accounts = All, Port = settings.SignInPort,
            }).ConfigureAwait(false)
            : null;

    private static IReadOnlyList<DemoAccount> Make()
    {
        var pairs = EventBook.Shipped.All
            .SelectMany(rule => rule.PostKinds.SelectMany(kind => rule.Roles.Select(role => (kind, role))))
            .Concat(EventBook.Shipped.All.SelectMany(rule => (rule.PreparedAt ?? rule.PostKinds)
                .SelectMany(kind => (rule.PreparedBy ?? []).Select(role => (kind, role)))))
            .Append(("HOME_DESK", "TK")).Append(("HOME_DESK", "AUD")).Distinct().ToList();
        return
        [
            .. from country in Members.All
               from post in country.Posts
               from pair in pairs
               where pair.Item1 == post.Kind
               from seat in Enumerable.Range(1, Seats)
               select new DemoAccount(country.Code, post.Id, pair.Item2, seat),
        ];
    }
}
