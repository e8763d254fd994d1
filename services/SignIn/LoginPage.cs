using System.Net;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Referral.SignIn;

/// <summary>
/// The page on which a person says which practice account she is. It says what it is in large.
/// </summary>
internal static class LoginPage
{
    public static string Of(
        IEnumerable<KeyValuePair<string, StringValues>> asked, IReadOnlyList<DemoAccount> accounts,
        bool wrong)
    {
        // What the program asked for goes along, as it was.
        var kept = string.Concat(asked.Where(one => one.Key is not ("account" or "password")).Select(one =>
            $"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(one.Key)}\""
            + $" value=\"{WebUtility.HtmlEncode(one.Value.ToString())}\">"));
        var options = new StringBuilder();
        foreach (var one in accounts)
        {
            var shown = WebUtility.HtmlEncode($"{one.Country} {one.Post} {one.Role}: {one.Name}");
            options.Append($"<option value=\"{WebUtility.HtmlEncode(one.Name)}\">{shown}</option>");
        }

        return $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>DEMO sign-in</title>
            <h1>DEMO sign-in</h1>
            <p><strong>Invented accounts for invented cases. Never for a real person's case.</strong></p>
            {(wrong ? "<p role=\"alert\">The account or the password is wrong.</p>" : "")}
            <form method="post" action="{SignInPaths.Authorize}">{kept}
            <p><label>Account <select name="account">{options}</select></label></p>
            <p><label>Password <input type="password" name="password" autocomplete="off"></label></p>
            <p><button>Sign in</button></p></form></html>
            """;
    }
}
