using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>What is here is done, and needs nothing but what it names.</summary>
public sealed partial class When_nothing_is_left_half_done
{
    private static readonly string[] Texts =
        [".cs", ".csproj", ".props", ".sln", ".json", ".md", ".proto", ".csv", ".tsv", ".mmd", ".txt",
            ".editorconfig"];

    private static readonly string ThisFile = $"/{nameof(When_nothing_is_left_half_done)}.cs";

    private static IEnumerable<SourceFile> All => Sources.All.Where(file =>
        (Texts.Any(end => file.Path.EndsWith(end, StringComparison.Ordinal))
            || file.Path is "referral" or "test" or ".ci/run")
        && !file.Path.EndsWith(ThisFile, StringComparison.Ordinal));

    [Fact]
    public void no_note_to_oneself_stands_in_a_file() => Found(Unfinished(), All).ShouldBeEmpty();

    [Fact]
    public void no_place_of_one_machine_stands_in_a_file() => Found(OneMachine(), All).ShouldBeEmpty();

    [Fact]
    public void no_file_says_where_packages_come_from() => Found(PackageHost(), All).ShouldBeEmpty();

    [Fact]
    public void no_fault_is_swallowed() =>
        Found(Swallowed(), Sources.CSharp.Under("services", "contracts")).ShouldBeEmpty();

    private static IEnumerable<string> Found(Regex words, IEnumerable<SourceFile> files) =>
        from file in files
        from one in file.Numbered
        where words.IsMatch(one.Line)
        select $"{one.Place} {one.Line.Trim()}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?:\.\./)+shared\b|(?<![\w.])/(?:work|home|root|Users|tmp)/|[A-Z]:\\Users")]
    private static partial Regex OneMachine();

    // An index of packages, a lock file's addresses, a client's source: whatever their host is called.
    [GeneratedRegex(@"/v3/index\.json|""resolved""\s*:|<packageSources>|^\s*registry\s*=",
        RegexOptions.IgnoreCase)]
    private static partial Regex PackageHost();

    [GeneratedRegex(@"catch(?:\s*\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex Swallowed();
}
