using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>Files that one can hold in the head, and lines that fit beside each other on a screen.</summary>
public sealed class When_a_file_is_measured
{
    private const int LinesMax = 200;
    private const int ColumnsMax = 110;

    /// <summary>
    /// Longer files, each with its reason. Data and generated files are not C# written by hand.
    /// </summary>
    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal);

    [Fact]
    public void none_is_longer_than_two_hundred_lines() =>
        Sources.CSharp.Where(file => !Longer.ContainsKey(file.Path) && file.Lines.Length > LinesMax)
            .Select(file => $"{file.Path}: {file.Lines.Length}").ShouldBeEmpty();

    [Fact]
    public void no_line_is_wider_than_a_hundred_and_ten_columns() =>
        Sources.CSharp.SelectMany(file => file.Numbered.Where(one => one.Line.Length > ColumnsMax))
            .Select(one => $"{one.Place}: {one.Line.Length}").ShouldBeEmpty();

    [Fact]
    public void what_is_excused_still_needs_it() => Longer.Keys.ShouldAllBe(path =>
        Sources.CSharp.Any(file => file.Path == path && file.Lines.Length > LinesMax));

    [Fact]
    public void scripts_keep_to_the_same_measure() =>
        Sources.All.Where(file => file.Path is "referral" or "test" or ".ci/run" or "tests/engine")
            .Where(file => file.Lines.Length > LinesMax).ShouldBeEmpty();
}
