using System.CommandLine;
using Referral.Contracts.Vocabulary;
using Referral.Network;
using Referral.Network.Containers;

namespace Referral.Cli;

/// <summary>
/// `referral token`: a practice token for one account at one post, for calls to a network on loopback.
/// </summary>
internal static class TokenVerb
{
    public static Verb Build(Screen screen)
    {
        var country = Option<string>("--country", "Whose gateway it is for", required: true);
        country.AcceptOnlyFromAmong([.. Members.Codes]);
        var role = Option<string>("--role", "Role code, such as CM, DO, DS, ID, MF", required: true);
        var post = Option<string?>("--post", "Id of the post; default: the country's home desk");
        var account = Option<string?>("--account", "Name of the account; default: role and a number");
        var hours = Option<double>("--hours", "Life, above 0 and up to 12; default 1");
        hours.DefaultValueFactory = _ => 1;
        var data = DataFolders.Option($"Folder of the network; default {DataFolders.Own}");
        var verb = new Verb("token", "Prints a practice token for a gateway of this machine.",
            $"referral token --country {Members.Codes[0]} --role CM",
            $"referral token --country {Members.Codes[0]} --role DO --account my.name --hours 8")
        {
            country, role, post, account, hours, data,
        };
        verb.SetAction(parsed =>
        {
            var asked = new Asked(parsed.GetValue(role)!, parsed.GetValue(post), parsed.GetValue(account),
                parsed.GetValue(hours));
            return Run(screen, parsed.GetValue(country)!, parsed.GetValue(data) ?? DataFolders.Own, asked);
        });
        return verb;
    }

    private static Option<T> Option<T>(string name, string description, bool required = false) =>
        new(name) { Description = description, Required = required };

    private static int Run(Screen screen, string country, string folder, Asked asked)
    {
        var home = Members.DataFolder(folder, country);
        if (!Directory.Exists(home))
            return Wrong(screen,
                $"There is no network in {folder}. `referral up --data {folder}` founds one.");
        if (!RoleBook.Shipped.Knows(asked.Role))
            return Wrong(screen,
                $"There is no role {asked.Role}. Roles: {string.Join(", ", RoleBook.Shipped.Codes)}.");
        var posts = Members.Of(country).Posts;
        var post = asked.Post ?? posts.First(one => one.Kind == "HOME_DESK").Id;
        if (posts.All(one => one.Id != post))
            return Wrong(screen,
                $"{country} has no post {post}. Posts: {string.Join(", ", posts.Select(p => p.Id))}.");
        if (asked.Hours is not (> 0 and <= 12))
            return Wrong(screen, "A token lives more than 0 and at most 12 hours.");
        screen.Output.WriteLine(OfficerTokens.Issue(home, TimeSpan.FromHours(asked.Hours), country,
            asked.Account ?? $"{asked.Role.ToLowerInvariant()}.1", post, asked.Role));
        return Exit.Holds;
    }

    private static int Wrong(Screen screen, string sentence)
    {
        screen.Wrong(sentence);
        return Exit.BadInput;
    }

    private sealed record Asked(string Role, string? Post, string? Account, double Hours);
}
