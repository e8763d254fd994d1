using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>
/// Only the four country projects and the data under contracts name a country; what differs between countries
/// is theirs to say. Language names languages and scripts, which are no countries.
/// </summary>
public sealed partial class When_a_country_is_named
{
    private static readonly string[] Countries =
        ["services/Laos", "services/Thailand", "services/China", "services/Vietnam"];

    /// <summary>Places that may, each with its reason.</summary>
    private static readonly Dictionary<string, string> May = new(StringComparer.Ordinal)
    {
        ["services/Network/Members.cs"] = "the one place that lists the four",
    };

    [Fact]
    public void no_feature_names_one()
    {
        var named = Sources.CSharp.Under("services", "contracts").Except(Sources.CSharp.Under(Countries))
            .Where(file => !May.ContainsKey(file.Path))
            .SelectMany(file => file.Numbered.Where(one => Country().IsMatch(one.Line)))
            .Select(one => $"{one.Place} {one.Line.Trim()}");
        named.ShouldBeEmpty();
    }

    [Fact]
    public void the_places_that_may_still_do() =>
        May.Keys.ShouldAllBe(
            path => Sources.CSharp.Any(file => file.Path == path && Country().IsMatch(file.Text)));

    [Theory]
    [InlineData("var home = \"LA\";")]
    [InlineData("// as Thailand does")]
    [InlineData("country is \"VN\" or \"CN\"")]
    public void the_scan_finds_one(string line) => Country().IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData("\"th\" => \"Thai\",")]
    [InlineData("// Lao and Chinese are languages")]
    [InlineData("new LaoReader()")]
    public void languages_are_no_countries(string line) => Country().IsMatch(line).ShouldBeFalse();

    [GeneratedRegex(
        "\"(LA|TH|CN|VN)\"|\\b(Laos|Thailand|China|Vietnam|Viet Nam|Bangkok|Vientiane|Beijing|Hanoi)\\b")]
    private static partial Regex Country();
}
