using Shouldly;
using Xunit;

namespace Referral.Tests.Conventions;

/// <summary>Each feature folder says what it is, and the tests stand where the source does.</summary>
public sealed class When_a_feature_is_looked_into
{
    private static readonly (int Least, int Most) ReadmeLines = (5, 12);

    /// <summary>READMEs that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal)
    {
        ["services/Network/Rabbit"] = "it shows the form of the file that REFERRAL_RABBITMQ may name",
    };

    /// <summary>Test folders that mirror no source folder, each with its reason.</summary>
    private static readonly Dictionary<string, string> NoSource = new(StringComparer.Ordinal)
    {
        ["Conventions"] = "what holds for the whole repository",
        ["Contracts"] = "mirrors contracts, which stands beside services",
        ["Bugs"] = "a bug gets a file here before it gets a fix",
        ["Gateway/Border/Tampering"] = "attacks on what crosses, over several features",
        ["Verifier/Tampering"] = "attacks on what is kept, over several features",
        ["Gateway/Running"] = "gateways that run, for tests through the door",
    };

    private static IEnumerable<string> Features => Sources.CSharp
        .Under("services/Gateway", "services/Language", "services/Network").Select(
            file => file.Folder).Distinct();

    [Fact]
    public void it_says_what_it_is() => Features
        .Where(folder => Sources.All.All(file => file.Path != $"{folder}/README.md")).ShouldBeEmpty();

    [Fact]
    public void it_says_so_briefly() => Features.Where(folder => !Longer.ContainsKey(folder))
        .SelectMany(folder => Sources.All.Where(file => file.Path == $"{folder}/README.md"))
        .Where(file => file.Lines.Length < ReadmeLines.Least || file.Lines.Length > ReadmeLines.Most)
        .Select(file => $"{file.Path}: {file.Lines.Length}").ShouldBeEmpty();

    [Fact]
    public void its_tests_stand_in_a_folder_of_the_same_name()
    {
        var source = Sources.CSharp.Under("services").Select(file => file.Folder["services/".Length..])
            .ToHashSet();
        Sources.CSharp.Under("tests/Referral.Tests").Select(file => file.Folder)
            .Where(folder => folder != "tests/Referral.Tests")
            .Select(folder => folder["tests/Referral.Tests/".Length..]).Distinct()
            .Where(folder => !NoSource.Keys.Any(one => folder == one || folder.StartsWith($"{one}/")))
            .Where(folder => !source.Contains(folder) && !source.Any(one => one.StartsWith($"{folder}/")))
            .ShouldBeEmpty();
    }

    [Fact]
    public void its_files_are_few_enough_to_look_through() =>
        // Twelve is what we aim for; where a folder is larger, its README says where to start.
        Sources.CSharp.Under("services").GroupBy(file => file.Folder).Where(folder => folder.Count() > 30)
            .Select(folder => $"{folder.Key}: {folder.Count()}").ShouldBeEmpty();
}
