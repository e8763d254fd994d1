using System.Globalization;
using System.Text.RegularExpressions;

namespace Referral.Journeys.Follow;

/// <summary>
/// docs/FollowOneReferral.md as the journey reads it: its numbered steps and the files it links.
/// </summary>
internal sealed partial class FollowPage
{
    private FollowPage(string root, string text)
    {
        Root = root;
        Steps = [.. StepNumber().Matches(text)
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
        Links = [.. Link().Matches(text).Select(m => m.Groups[1].Value)];
    }

    public string Root { get; }

    public IReadOnlyList<int> Steps { get; }

    /// <summary>Targets as written, relative to docs.</summary>
    public IReadOnlyList<string> Links { get; }

    /// <summary>Linked source files, from the repository's root on.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Links.Where(link => link.EndsWith(".cs", StringComparison.Ordinal))
            .Select(link => link["../".Length..])];

    public static FollowPage Read()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Referral.sln")))
            at = at.Parent;
        var root = at?.FullName
            ?? throw new InvalidOperationException("The journeys must run inside the repository.");
        return new(root, File.ReadAllText(Path.Combine(root, "docs", "FollowOneReferral.md")));
    }

    [GeneratedRegex(@"^(\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex StepNumber();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
