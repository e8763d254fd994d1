using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>Each feature logs under numbers of its own hundred, and a number means one thing.</summary>
public sealed partial class When_something_is_logged
{
    private static readonly (string Folder, int First)[] Hundreds =
    [
        ("services/Gateway/Door", 2000),
        ("services/Gateway/Repatriation", 2100),
        ("services/Gateway/Agreements", 2200),
        ("services/Gateway/CaseFile", 2300),
        ("services/Gateway/Border/Carriers", 3100),
        ("services/Gateway/Border", 2400),
        ("services/Gateway/Feeds", 2900),
        ("services/Gateway/Journal", 2500),
        ("services/Gateway/Status", 2600),
        ("services/Gateway", 1000),
    ];

    private static IEnumerable<(string Path, int Number, string Text)> Events =>
        from file in Sources.CSharp.Under("services")
        from Match one in Event().Matches(file.Text)
        select (file.Path, int.Parse(one.Groups[1].Value, CultureInfo.InvariantCulture), one.Value);

    [Fact]
    public void its_number_is_of_the_features_hundred()
    {
        foreach (var (path, number, _) in Events)
        {
            var first = Hundreds.First(
                one => path.StartsWith($"{one.Folder}/", StringComparison.Ordinal)).First;
            number.ShouldBeInRange(first, first + 99, path);
        }
    }

    [Fact]
    public void a_number_is_used_once() => Events.Select(one => one.Number).ShouldBeUnique();

    [Fact]
    public void whole_objects_are_never_written() =>
        Events.Where(one => one.Text.Contains("{@")).ShouldBeEmpty();

    // A name, a text or a whole exception would be personal data sooner or later.
    [Fact]
    public void no_value_is_called_after_a_person() =>
        Events.Where(one => Person().IsMatch(one.Text)).ShouldBeEmpty();

    [GeneratedRegex(@"\[LoggerMessage\((\d+),[^\]]*\]")]
    private static partial Regex Event();

    [GeneratedRegex(@"\{(Name|Person|Victim|Text|Account|Officer|Note|Exception|Message)\}")]
    private static partial Regex Person();
}
