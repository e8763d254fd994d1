using System.CommandLine;

namespace Referral.Cli.Desk;

/// <summary>One page by default, one round trip: a bad line is asked no more than a screen shows.</summary>
internal sealed class PageOptions
{
    private const uint Page = 50;
    private const uint PageMax = 200;

    private readonly Option<bool> _all = new("--all") { Description = "All pages, not the first alone" };

    public void AddTo(Command verb) => verb.Options.Add(_all);

    /// <summary>Reads a page or all; returns the token of the page that was not read, or nothing.</summary>
    public async Task<string> Read(
        ParseResult parsed, Door door, Func<uint, string, Task<string>> read)
    {
        var all = parsed.GetValue(_all);
        var next = "";
        do next = await read(all ? PageMax : Page, next);
        while (all && next.Length > 0);
        if (next.Length > 0) door.Screen.Wrong("There are more: --all reads them.");
        return next;
    }
}
