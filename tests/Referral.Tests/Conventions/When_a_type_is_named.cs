using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>Names say what a thing is in the field's own words; these endings say nothing.</summary>
public sealed partial class When_a_type_is_named
{
    /// <summary>Bases of our own, each with its reason.</summary>
    private static readonly Dictionary<string, string> Bases = new(StringComparer.Ordinal)
    {
        ["services/Gateway/Storage/GatewayDb.cs"] = "migrations are kept by context, one context a provider",
        ["services/Gateway/Storage/KeyDb.cs"] = "the same for the store of keys",
    };

    [Fact]
    public void it_is_called_after_what_it_is() =>
        Sources.CSharp.Where(file => file.Name != $"{nameof(When_a_type_is_named)}.cs")
            .SelectMany(file => file.Numbered.Where(one => Empty().IsMatch(one.Line)))
            .Select(one => $"{one.Place} {one.Line.Trim()}").ShouldBeEmpty();

    [Fact]
    public void no_folder_is_a_drawer_for_anything() =>
        Sources.CSharp.Select(file => file.Folder[(file.Folder.LastIndexOf('/') + 1)..])
            .Intersect(["Common", "Utils", "Helpers", "Shared", "Misc", "Models", "Interfaces"])
                .ShouldBeEmpty();

    [Fact]
    public void no_class_is_made_to_be_a_base_of_our_own() =>
        Sources.CSharp.Under("services", "contracts").Where(file => !Bases.ContainsKey(file.Path))
            .SelectMany(file => file.Numbered.Where(one => Abstract().IsMatch(one.Line)))
            .Select(one => one.Place).ShouldBeEmpty();

    [Theory]
    [InlineData("internal sealed class CaseManager")]
    [InlineData("public record struct PersonInfo(string Name)")]
    [InlineData("internal static class DateUtil")]
    public void the_scan_finds_one(string line) => Empty().IsMatch(line).ShouldBeTrue();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?\w*"
        + @"(Manager|Helper|Helpers|Util|Utils|Base|Impl|Data|Info|Common|Service)\b")]
    private static partial Regex Empty();

    // A closed set of cases is no base: its cases stand inside it.
    [GeneratedRegex(@"\babstract\s+(?:partial\s+)?class\b")]
    private static partial Regex Abstract();
}
