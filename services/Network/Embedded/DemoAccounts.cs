using Referral.Contracts.Vocabulary;
using Referral.SignIn;

namespace Referral.Network.Embedded;

/// <summary>
/// The marked accounts of the practice sign-in: two seats for each role at each kind of post where the table
/// of events has that role do something.
/// </summary>
internal static class DemoAccounts
{
    private const int Seats = 2;

    public static Task<SignInHost> SignIn(string folder) => SignInHost.Start(new SignInSettings
    {
        Folder = Path.Combine(folder, "sign-in"), Accounts = All(),
    });

    private static IReadOnlyList<DemoAccount> All()
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
